import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface NewComment {
  questionId: string
  answerId: string | null
  authorId: string
  body: string
  html: string
}

export async function insertComment(db: Db, comment: NewComment): Promise<string> {
  const { id } = await db
    .insertInto('comments')
    .values({
      question_id: comment.questionId,
      answer_id: comment.answerId,
      author_id: comment.authorId,
      body: comment.body,
      html: comment.html,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps the number of shown comments beside what they hang on. */
export async function countComments(db: Db, place: { questionId: string; answerId: string | null }): Promise<void> {
  const shown = sql`hidden_at is null and deleted_at is null`
  if (place.answerId) {
    await sql`update answers set comment_count = (select count(*) from comments
      where answer_id = ${place.answerId}::bigint and ${shown}) where id = ${place.answerId}::bigint`.execute(db)
  }
  await sql`update questions set comment_count = (select count(*) from comments
    where question_id = ${place.questionId}::bigint and ${shown}) where id = ${place.questionId}::bigint`.execute(db)
}

export async function updateCommentText(db: Db, id: string, text: { body: string; html: string }): Promise<void> {
  await db
    .updateTable('comments')
    .set({ ...text, edited_at: sql`now()`, edit_count: sql`edit_count + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteCommentText(db: Db, id: string, byMemberId: string): Promise<void> {
  await db
    .updateTable('comments')
    .set({ deleted_at: sql`now()`, deleted_by_id: byMemberId })
    .where('id', '=', id)
    .execute()
}

export interface CommentText {
  readonly body: string
  readonly authorId: string
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
}

/** The source of a comment at a question that the viewer sees, to change it. */
export async function findCommentText(
  db: Db,
  viewer: Viewer,
  questionId: string,
  commentId: string,
): Promise<CommentText | null> {
  const row = await db
    .selectFrom('comments')
    .innerJoin('questions', 'questions.id', 'comments.question_id')
    .select(['comments.body', 'comments.author_id as authorId'])
    .select(['comments.hidden_at as hiddenAt', 'comments.deleted_at as deletedAt'])
    .where('comments.id', '=', commentId)
    .where('comments.question_id', '=', questionId)
    .where(seenQuestion(viewer))
    .where(sql<boolean>`not exists (select 1 from answers a where a.id = comments.answer_id and not ${seenPost('a')})`)
    .executeTakeFirst()
  return row ?? null
}
