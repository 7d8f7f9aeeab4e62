import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { QuotedPost } from './quoted.ts'

/** Who wrote a post and what, as shown to everybody who sees the question; null for what is hidden, gone or elsewhere. */
export async function findQuoted(
  db: Db,
  viewer: Viewer,
  questionId: string,
  post: QuotedPost,
): Promise<{ name: string; body: string } | null> {
  const { rows } = await sql<{ name: string; body: string }>`
    select m.name, p.body
    from questions q, lateral (${written(post)}) p join members m on m.id = p.author_id
    where q.id = ${questionId}::bigint and ${seenQuestion(viewer, 'q')}`.execute(db)
  return rows[0] ?? null
}

/** Who wrote these posts of the question, those that are shown, besides the one who quotes them. */
export async function listQuotedAuthors(
  db: Db,
  questionId: string,
  posts: readonly QuotedPost[],
  quoterId: string,
): Promise<string[]> {
  const idsOf = (kind: 'answer' | 'comment') => posts.flatMap((post) => (post.kind === kind ? [post.id] : []))
  const { rows } = await sql<{ id: string }>`
    select distinct p.author_id::text as id from questions q, lateral (
      select q.author_id where ${posts.some(({ kind }) => kind === 'question')}
      union all select a.author_id from answers a
        where a.id = any(${idsOf('answer')}::bigint[]) and a.question_id = q.id and ${seenPost('a')}
      union all select c.author_id from comments c
        where c.id = any(${idsOf('comment')}::bigint[]) and c.question_id = q.id and ${seenPost('c')}) p
    where q.id = ${questionId}::bigint and p.author_id <> ${quoterId}::bigint`.execute(db)
  return rows.map(({ id }) => id)
}

function written(post: QuotedPost): RawBuilder<unknown> {
  switch (post.kind) {
    case 'question':
      return sql`select q.author_id, q.body`
    case 'answer':
      return sql`select a.author_id, a.body from answers a
        where a.id = ${post.id}::bigint and a.question_id = q.id and ${seenPost('a')}`
    case 'comment':
      return sql`select c.author_id, c.body from comments c
        where c.id = ${post.id}::bigint and c.question_id = q.id and ${seenPost('c')}
          and not exists (select 1 from answers a where a.id = c.answer_id and not ${seenPost('a')})`
  }
}
