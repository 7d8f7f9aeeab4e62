import { sql } from 'kysely'
import { seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

/** Feeds are read without signing in: they hold what every visitor may see, whoever asks. */
const visitor = null

export const ENTRIES = 50

interface FedText {
  readonly id: string
  readonly html: string
  readonly language: string
  readonly authorName: string
  readonly authorHandle: string
  readonly createdAt: Date
  readonly editedAt: Date | null
}

export interface FedQuestion extends FedText {
  readonly slug: string
  readonly title: string
  readonly board: { readonly slug: string; readonly name: string }
  readonly tags: readonly { readonly slug: string; readonly name: string }[]
}

/** The newest questions, of one board or of all. */
export async function listNewest(db: Db, boardId: string | null): Promise<FedQuestion[]> {
  const { rows } = await sql<FedQuestion>`
    select q.id::text as id, q.slug, q.title, q.html, q.language, m.name as "authorName", m.handle::text as "authorHandle",
      q.created_at as "createdAt", q.edited_at as "editedAt",
      json_build_object('slug', b.slug, 'name', b.name) as board,
      coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.slug)
        from question_tags qt join tags t on t.id = qt.tag_id where qt.question_id = q.id), '[]') as tags
    from questions q join members m on m.id = q.author_id join boards b on b.id = q.board_id
    where ${seenQuestion(visitor, 'q')} and (${boardId}::bigint is null or q.board_id = ${boardId}::bigint)
    order by q.created_at desc, q.id desc limit ${ENTRIES}`.execute(db)
  return rows
}

export interface FedAnswers {
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly answers: readonly FedText[]
}

/** The newest answers to one question; null when a visitor may not see it. */
export async function findNewestAnswers(db: Db, questionId: string): Promise<FedAnswers | null> {
  const [question] = (
    await sql<Omit<FedAnswers, 'answers'>>`select q.slug, q.title, q.language from questions q
      where q.id = ${questionId}::bigint and ${seenQuestion(visitor, 'q')}`.execute(db)
  ).rows
  if (!question) return null
  const { rows } = await sql<FedText>`
    select a.id::text as id, a.html, q.language, m.name as "authorName", m.handle::text as "authorHandle",
      a.created_at as "createdAt", a.edited_at as "editedAt"
    from answers a join members m on m.id = a.author_id join questions q on q.id = a.question_id
    where a.question_id = ${questionId}::bigint and ${seenPost('a')}
    order by a.created_at desc, a.id desc limit ${ENTRIES}`.execute(db)
  return { ...question, answers: rows }
}
