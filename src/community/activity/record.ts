import type { Db } from '#platform/db/database.ts'
import { touch } from './deed.ts'
import type { Happening } from './activity.ts'

/** Records what happened in the deed's own transaction, and marks the pages that show it as changed. */
export async function record(db: Db, happening: Happening): Promise<void> {
  const { kind, actorId, subjectKind, subjectId, questionId = null, boardId = null } = happening
  await db
    .insertInto('activity')
    .values((eb) => ({
      epoch: eb.selectFrom('activity_epochs').select((e) => e.fn.max('epoch').as('epoch')),
      kind,
      actor_id: actorId,
      subject_kind: subjectKind,
      subject_id: subjectId,
      question_id: questionId,
      board_id: boardId,
      facts: JSON.stringify(happening.facts ?? {}),
      origin: happening.origin ?? 'lived',
      ...(happening.occurredAt ? { occurred_at: happening.occurredAt } : {}),
    }))
    .execute()
  touch(db, 'activity', `${subjectKind}:${subjectId}`)
  if (questionId) touch(db, 'questions', `question:${questionId}`)
}
