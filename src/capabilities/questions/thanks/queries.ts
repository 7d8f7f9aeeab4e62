import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Thanks count beside the answer, and beside its author. */
export async function addToThanksCounts(db: Db, answer: { id: string; authorId: string }, by: 1 | -1): Promise<void> {
  await sql`update answers set thanks_count = greatest(0, thanks_count + ${by}::int)
    where id = ${answer.id}::bigint`.execute(db)
  await sql`update members set thanks_count = greatest(0, thanks_count + ${by}::int)
    where id = ${answer.authorId}::bigint`.execute(db)
}
