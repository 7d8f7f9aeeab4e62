import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { ANSWERS_A_PAGE, COMMENTS_SHOWN } from './queries.ts'

/**
 * The answer after which the page begins that holds this one, in order of usefulness: null for the first page,
 * 'unknown' when the question has no such answer.
 */
export async function findPageStart(
  db: Db,
  question: { id: string; bestAnswerId: string | null },
  answerId: string,
): Promise<string | null | 'unknown'> {
  const { rows } = await sql<{ id: string; place: string }>`
    select id, place from (
      select id, row_number() over (order by usefulness desc, id) as place from answers
      where question_id = ${question.id}::bigint and id is distinct from ${question.bestAnswerId}::bigint) a
    where place % ${ANSWERS_A_PAGE} = 0 or id = ${answerId}::bigint
    order by place`.execute(db)
  const at = rows.findIndex((row) => row.id === answerId)
  if (at === -1) return answerId === question.bestAnswerId ? null : 'unknown'
  return rows[at - 1]?.id ?? null
}

/** On which answer a comment stands, and whether so many stand before it that they are not all shown. */
export async function findComment(
  db: Db,
  questionId: string,
  commentId: string,
): Promise<{ answerId: string | null; isFarDown: boolean } | null> {
  const { rows } = await sql<{ answerId: string | null; isFarDown: boolean }>`
    select c.answer_id::text as "answerId", c.answer_id is not null and (
      select count(*) from comments o where o.answer_id = c.answer_id and o.deleted_at is null and o.id < c.id)
      >= ${COMMENTS_SHOWN} as "isFarDown"
    from comments c where c.id = ${commentId}::bigint and c.question_id = ${questionId}::bigint`.execute(db)
  return rows[0] ?? null
}
