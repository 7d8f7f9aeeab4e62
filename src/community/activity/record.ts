import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Activity, Happening } from './activity.ts'
import { touch } from './deed.ts'

/** Records what happened in the deed's own transaction, in this order, and marks the pages that show it as changed. */
export async function record(db: Db, ...happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const { rows } = await recording(happenings).execute(db)
  touchRecorded(db, rows)
}

/** What stands in a row that the same statement inserts, or a value that is known. */
type Value<T> = T | RawBuilder<T>

/** A happening whose subject may still have to be made. */
export type Recordable = Omit<Happening, 'subjectId' | 'facts'> & {
  readonly subjectId: Value<string>
  readonly facts?: Value<NonNullable<Happening['facts']>>
}

export type Recorded = Pick<Activity, 'id' | 'subjectKind' | 'subjectId' | 'questionId'>

/** The same as part of a statement that writes more. Whoever uses it hands its rows to `touchRecorded`. */
export function recording(happenings: readonly Recordable[]): RawBuilder<Recorded> {
  return sql<Recorded>`
    insert into activity (epoch, kind, actor_id, subject_kind, subject_id, question_id, board_id, facts, origin, occurred_at)
    values ${sql.join(happenings.map(rowOf))}
    returning id::text as id, subject_kind as "subjectKind", subject_id::text as "subjectId",
      question_id::text as "questionId"`
}

export function touchRecorded(db: Db, recorded: readonly Recorded[]): void {
  for (const row of recorded) touch(db, ...tagsOf(row))
}

/** What one piece of activity changes: by these names pages and open browsers hear of it. */
export function tagsOf(row: Recorded): string[] {
  const tags = ['activity', `activity:${row.id}`, `${row.subjectKind}:${row.subjectId}`]
  return row.questionId ? [...tags, 'questions', `question:${row.questionId}`] : tags
}

function rowOf({ kind, actorId, subjectKind, subjectId, facts = {}, ...rest }: Recordable): RawBuilder<unknown> {
  const { questionId = null, boardId = null, origin = 'lived', occurredAt = null } = rest
  const known = isMade(facts) ? facts : JSON.stringify(facts)
  return sql`((select max(epoch) from activity_epochs), ${kind}, ${actorId}::bigint, ${subjectKind},
    ${subjectId}::bigint, ${questionId}::bigint, ${boardId}::bigint, ${known}::jsonb, ${origin},
    coalesce(${occurredAt}::timestamptz, now()))`
}

const isMade = <T>(value: Value<T>): value is RawBuilder<T> =>
  typeof value === 'object' && value !== null && 'toOperationNode' in value
