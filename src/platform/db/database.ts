import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { isStalePlan } from './pool.ts'
import type { DB } from './types.generated.ts'

export type Db = Kysely<DB>

export function createDatabase(pool: Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * All of `deed` or nothing of it. Inside another transaction it is a savepoint of that one.
 * A deadlock or a plan made stale by a migration runs the deed a second time: touch nothing but the database in it.
 */
export async function inTransaction<T>(db: Db, deed: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return inSavepoint(db, deed)
  try {
    return await db.transaction().execute(deed)
  } catch (error) {
    if (!isStalePlan(error) && !isDeadlock(error)) throw error
    return db.transaction().execute(deed)
  }
}

async function inSavepoint<T>(trx: Db, deed: (trx: Db) => Promise<T>): Promise<T> {
  await sql`savepoint deed`.execute(trx)
  try {
    const result = await deed(trx)
    await sql`release savepoint deed`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint deed`.execute(trx)
    throw error
  }
}

function isDeadlock(error: unknown) {
  return (error as { code?: string }).code === '40P01'
}
