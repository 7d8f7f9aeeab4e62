import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { createDatabase, type Db } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { onServer, TEMPLATE, urlOfDatabase } from './setup/server-database.ts'

export type TestDatabase = { db: Db; pool: Pool; connectionString: string }

/** A migrated, empty database for this test file alone; it is dropped when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`)
  const connectionString = urlOfDatabase(serverUrl, name)
  // A connection that is cut off by the drop at the end is no news.
  const pool = createPool(connectionString, { max: 5, applicationName: 'onderling test', onError: () => {} })
  const db = createDatabase(pool)
  afterAll(async () => {
    await db.destroy().catch(() => {})
    await onServer(serverUrl, `drop database if exists ${name} with (force)`)
  })
  return { db, pool, connectionString }
}

class RollBack extends Error {}

/** Runs a test inside a transaction of which nothing remains. */
export async function rolledBack<T>(db: Db, test: (trx: Db) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  try {
    await db.transaction().execute(async (trx) => {
      result = { value: await test(trx) }
      throw new RollBack()
    })
  } catch (error) {
    if (!(error instanceof RollBack)) throw error
  }
  return (result as { value: T }).value
}
