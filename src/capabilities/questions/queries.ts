import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'
import { seenBoards, sightOf } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { RuledPost, RuledQuestion } from './rules.ts'

export interface LockedQuestion extends RuledQuestion {
  readonly id: string
  readonly boardId: string
  readonly slug: string
  readonly title: string
  readonly body: string
  readonly state: QuestionState
  readonly bestAnswerId: string | null
  readonly firstAnswerAt: Date | null
  readonly createdAt: Date
  readonly editedAt: Date | null
}

/**
 * Locks one question that the viewer may see; null is "unknown or not yours to see". A deed on a question that was
 * merged, from a page that stood open, is done to the one it went to.
 */
export async function lockQuestion(db: Db, viewer: Viewer, id: string): Promise<LockedQuestion | null> {
  const question = await lockUnmerged(db, viewer, id)
  if (question) return sightOf(viewer, question) === 'seen' ? question : null
  const intoId = await findMergedInto(db, id)
  return intoId ? lockQuestion(db, viewer, intoId) : null
}

/** Where a question went; null when it stands on its own. Chains are kept short: one step leads to the end. */
export async function findMergedInto(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('questions').select('merged_into_id').where('id', '=', id).executeTakeFirst()
  return row?.merged_into_id ?? null
}

/** The weaker lock: rows that merely point at a question, such as notices, need not wait for a deed on it. */
async function lockUnmerged(db: Db, viewer: Viewer, id: string): Promise<LockedQuestion | null> {
  const row = await db
    .selectFrom('questions')
    .select(['id', 'slug', 'title', 'body', 'board_id as boardId', 'author_id as authorId'])
    .select(['closed_at as closedAt', 'hidden_at as hiddenAt', 'deleted_at as deletedAt'])
    .select(['merged_into_id as mergedIntoId', 'answer_count as answerCount', 'best_answer_id as bestAnswerId'])
    .select(['first_answer_at as firstAnswerAt', 'created_at as createdAt', 'edited_at as editedAt'])
    .select(sql<QuestionState>`state`.as('state'))
    .where('id', '=', id)
    .where(sql<boolean>`board_id in ${seenBoards(viewer)}`)
    .where('merged_into_id', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

export interface LockedAnswer extends RuledPost {
  readonly id: string
  readonly questionId: string
  readonly body: string
  readonly createdAt: Date
  readonly editedAt: Date | null
}

/** Locks one answer of a locked question. */
export async function lockAnswer(db: Db, questionId: string, answerId: string): Promise<LockedAnswer | null> {
  const row = await db
    .selectFrom('answers')
    .select(['id', 'body', 'question_id as questionId', 'author_id as authorId', 'created_at as createdAt'])
    .select(['edited_at as editedAt', 'hidden_at as hiddenAt', 'deleted_at as deletedAt'])
    .where('id', '=', answerId)
    .where('question_id', '=', questionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

export interface LockedComment extends LockedAnswer {
  readonly answerId: string | null
}

/** Locks one comment of a locked question. */
export async function lockComment(db: Db, questionId: string, commentId: string): Promise<LockedComment | null> {
  const row = await db
    .selectFrom('comments')
    .select(['id', 'body', 'question_id as questionId', 'answer_id as answerId', 'author_id as authorId'])
    .select(['created_at as createdAt', 'edited_at as editedAt', 'hidden_at as hiddenAt', 'deleted_at as deletedAt'])
    .where('id', '=', commentId)
    .where('question_id', '=', questionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** The members with these handles, besides the one who wrote them. */
export async function findMentioned(db: Db, handles: readonly string[], writerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('members')
    .select('id')
    .where('handle', '=', (eb) => eb.fn.any(eb.val([...handles])))
    .where('id', '<>', writerId)
    .execute()
  return rows.map((row) => row.id)
}
