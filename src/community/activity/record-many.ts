import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { insertRows } from '#platform/db/rows.ts'
import type { Happening } from './activity.ts'
import { touch } from './deed.ts'

/** Records a batch of what happened elsewhere or before; every page of questions counts as changed. */
export async function recordMany(db: Db, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const { rows } = await sql<{ epoch: number }>`select max(epoch) as epoch from activity_epochs`.execute(db)
  const epoch = rows[0]?.epoch ?? 1
  const now = new Date()
  await insertRows(
    db,
    'activity',
    happenings.map((one) => ({
      epoch,
      kind: one.kind,
      actor_id: one.actorId,
      subject_kind: one.subjectKind,
      subject_id: one.subjectId,
      question_id: one.questionId ?? null,
      board_id: one.boardId ?? null,
      facts: JSON.parse(JSON.stringify(one.facts ?? {})),
      origin: one.origin ?? 'lived',
      occurred_at: one.occurredAt ?? now,
    })),
  )
  touch(db, 'activity', 'questions')
}
