import type { Db } from '#platform/db/database.ts'
import type { Activity, Happening } from './activity.ts'
import { touch } from './deed.ts'

/** Records what happened in the deed's own transaction, and marks the pages that show it as changed. */
export async function record(db: Db, happening: Happening): Promise<void> {
  const { kind, actorId, subjectKind, subjectId, questionId = null, boardId = null } = happening
  const { id } = await db
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
    .returning('id')
    .executeTakeFirstOrThrow()
  touch(db, ...tagsOf({ id, subjectKind, subjectId, questionId }))
}

/** What one piece of activity changes: by these names pages and open browsers hear of it. */
export function tagsOf(row: Pick<Activity, 'id' | 'subjectKind' | 'subjectId' | 'questionId'>): string[] {
  const tags = ['activity', `activity:${row.id}`, `${row.subjectKind}:${row.subjectId}`]
  return row.questionId ? [...tags, 'questions', `question:${row.questionId}`] : tags
}
