import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface NewAnswer {
  questionId: string
  authorId: string
  body: string
  html: string
  createdAt?: Date
}

export async function insertAnswer(db: Db, answer: NewAnswer): Promise<string> {
  const { id } = await db
    .insertInto('answers')
    .values({
      question_id: answer.questionId,
      author_id: answer.authorId,
      body: answer.body,
      html: answer.html,
      ...(answer.createdAt ? { created_at: answer.createdAt } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The question moves up with its new answer; who answered first, and when, stays known. */
export async function countAnswer(db: Db, questionId: string, authorId: string, state: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({
      answer_count: sql`answer_count + 1`,
      state,
      moved_up_at: sql`now()`,
      last_answer_at: sql`now()`,
      last_answer_by_id: authorId,
      first_answer_at: sql`coalesce(first_answer_at, case when author_id = ${authorId}::bigint then null else now() end)`,
    })
    .where('id', '=', questionId)
    .execute()
}

export async function updateAnswerText(db: Db, id: string, text: { body: string; html: string }): Promise<void> {
  await db
    .updateTable('answers')
    .set({ ...text, edited_at: sql`now()`, edit_count: sql`edit_count + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteAnswerText(db: Db, id: string, byMemberId: string): Promise<void> {
  await db
    .updateTable('answers')
    .set({ deleted_at: sql`now()`, deleted_by_id: byMemberId })
    .where('id', '=', id)
    .execute()
}

export async function addToAnswerCount(db: Db, memberId: string, by: 1 | -1): Promise<void> {
  await db
    .updateTable('members')
    .set({ answer_count: sql`greatest(0, answer_count + ${by}::int)` })
    .where('id', '=', memberId)
    .execute()
}

export interface AnswerText {
  readonly body: string
  readonly authorId: string
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
}

/** The source of an answer of a question that the viewer sees, to change it. */
export async function findAnswerText(
  db: Db,
  viewer: Viewer,
  questionId: string,
  answerId: string,
): Promise<AnswerText | null> {
  const row = await db
    .selectFrom('answers')
    .innerJoin('questions', 'questions.id', 'answers.question_id')
    .select(['answers.body', 'answers.author_id as authorId'])
    .select(['answers.hidden_at as hiddenAt', 'answers.deleted_at as deletedAt'])
    .where('answers.id', '=', answerId)
    .where('answers.question_id', '=', questionId)
    .where(seenQuestion(viewer))
    .executeTakeFirst()
  return row ?? null
}
