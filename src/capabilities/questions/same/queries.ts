import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Answers whether it is new. */
export async function insertSameProblem(db: Db, questionId: string, memberId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('same_problems')
    .values({ question_id: questionId, member_id: memberId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await addToSameCount(db, questionId, 1)
  return true
}

/** Answers whether there was one. */
export async function deleteSameProblem(db: Db, questionId: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('same_problems')
    .where('question_id', '=', questionId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) return false
  await addToSameCount(db, questionId, -1)
  return true
}

async function addToSameCount(db: Db, questionId: string, by: 1 | -1): Promise<void> {
  await db
    .updateTable('questions')
    .set({ same_count: sql`greatest(0, same_count + ${by}::int)` })
    .where('id', '=', questionId)
    .execute()
}
