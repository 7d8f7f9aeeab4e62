import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Pace } from './pace.ts'

/** What a member posted in the last day, in one round trip over the authors' indexes. */
export async function paceOf(db: Db, memberId: string, body: string): Promise<Pace> {
  const { rows } = await sql<Pace>`
    with recent as (
      select 'question' as kind, created_at, body from questions
        where author_id = ${memberId}::bigint and created_at > now() - interval '1 day'
      union all select 'answer', created_at, body from answers
        where author_id = ${memberId}::bigint and created_at > now() - interval '1 day'
      union all select 'comment', created_at, body from comments
        where author_id = ${memberId}::bigint and created_at > now() - interval '1 day')
    select
      max(created_at) filter (where kind = 'question') as "lastQuestionAt",
      max(created_at) as "lastPostAt",
      (count(*) filter (where kind = 'question'))::int as "questionsToday",
      (count(*) filter (where kind <> 'question'))::int as "postsToday",
      coalesce(bool_or(body = ${body} and created_at > now() - interval '5 minutes'), false) as "sameTextLately"
    from recent`.execute(db)
  return rows[0] as Pace
}
