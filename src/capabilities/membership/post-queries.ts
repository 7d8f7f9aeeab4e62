import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface ProfileQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: string
  readonly at: Date
}

/** What this member asked, as far as the viewer may see it. */
export function listQuestionsOf(db: Db, viewer: Viewer, memberId: string, limit = 10): Promise<ProfileQuestion[]> {
  return db
    .selectFrom('questions')
    .select(['id', 'slug', 'title', 'state', 'created_at as at'])
    .where('author_id', '=', memberId)
    .where(seenQuestion(viewer))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/** The questions this member answered, each once with the newest answer, as far as the viewer may see them. */
export async function listAnsweredBy(
  db: Db,
  viewer: Viewer,
  memberId: string,
  limit = 10,
): Promise<(ProfileQuestion & { answerId: string })[]> {
  const { rows } = await sql<ProfileQuestion & { answerId: string }>`
    select q.id::text as id, q.slug, q.title, q.state, a.created_at as at, a.id::text as "answerId"
    from (
      select distinct on (answers.question_id) answers.id, answers.question_id, answers.created_at
      from answers join questions on questions.id = answers.question_id
      where answers.author_id = ${memberId}::bigint and ${seenPost('answers')} and ${seenQuestion(viewer)}
      order by answers.question_id, answers.created_at desc
    ) a join questions q on q.id = a.question_id
    order by a.created_at desc limit ${limit}`.execute(db)
  return rows
}

/** Counted over what the viewer may see: kept counters would tell of hidden boards. */
export async function countPostsOf(db: Db, viewer: Viewer, memberId: string): Promise<PostCounts> {
  const { rows } = await sql<PostCounts>`
    select
      (select count(*)::int from questions where author_id = ${memberId}::bigint and ${seenQuestion(viewer)}) as questions,
      (select count(*)::int from answers join questions on questions.id = answers.question_id
        where answers.author_id = ${memberId}::bigint and ${seenPost('answers')} and ${seenQuestion(viewer)}) as answers`.execute(
    db,
  )
  return rows[0] ?? { questions: 0, answers: 0 }
}

export interface PostCounts {
  readonly questions: number
  readonly answers: number
}
