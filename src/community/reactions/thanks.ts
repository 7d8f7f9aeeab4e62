import type { PostKind } from '#community/revisions/revisions.ts'
import type { Db } from '#platform/db/database.ts'

/** Gives thanks once; answers whether it is new. */
export async function insertThanks(db: Db, kind: PostKind, subjectId: string, memberId: string): Promise<boolean> {
  const result = await db
    .insertInto('thanks')
    .values({ subject_kind: kind, subject_id: subjectId, member_id: memberId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Takes thanks back; answers whether there was any. */
export async function deleteThanks(db: Db, kind: PostKind, subjectId: string, memberId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('thanks')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
