import { sql } from 'kysely'
import type { Activity } from '#community/activity/activity.ts'
import { boardSeenBy } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface Hearers {
  readonly askerId: string | null
  /** Who wrote the answer that the activity is about. */
  readonly authorId: string | null
  /** Who wrote what was commented on. */
  readonly commentedAuthorId: string | null
  readonly answererIds: readonly string[]
}

/** The people around an activity, in one round trip. */
export async function findHearers(db: Db, activity: Activity): Promise<Hearers> {
  const answerId = activity.subjectKind === 'answer' ? activity.subjectId : activity.facts.answerId
  const { rows } = await sql<Hearers>`
    select q.author_id::text as "askerId", a.author_id::text as "authorId",
      coalesce(a.author_id, q.author_id)::text as "commentedAuthorId",
      array(select distinct author_id::text from answers
        where question_id = q.id and hidden_at is null and deleted_at is null) as "answererIds"
    from questions q left join answers a on a.id = ${answerId ?? null}::bigint
    where q.id = ${activity.questionId}::bigint`.execute(db)
  return rows[0] ?? { askerId: null, authorId: null, commentedAuthorId: null, answererIds: [] }
}

/** The title of a question that this took out of the member's sight; null when they still see it, or did not before. */
export async function findLastTitle(db: Db, activity: Activity, memberId: string): Promise<string | null> {
  if (activity.kind !== 'question.moved' && activity.kind !== 'question.merged') return null
  const { rows } = await sql<{ title: string }>`
    select o.title from questions o
    join questions q on q.id = coalesce(o.merged_into_id, o.id)
    join boards was on was.id = ${activity.boardId}::bigint
    join boards now on now.id = q.board_id
    join members m on m.id = ${memberId}::bigint
    where o.id = ${activity.questionId}::bigint and ${boardSeenBy('m', 'was')} and not ${boardSeenBy('m', 'now')}`.execute(
    db,
  )
  return rows[0]?.title ?? null
}
