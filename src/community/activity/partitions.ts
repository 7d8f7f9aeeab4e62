import { sql } from 'kysely'
import { type Db, inTransaction } from '#platform/db/database.ts'

const MONTHS_AHEAD = 3

/** Makes this month's part of the activity table and those of the next three; what is there already stays. */
export async function ensurePartitions(db: Db, now = new Date()): Promise<void> {
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead))
    const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1))
    await makePartition(db, from, until).catch(unlessRowsAreElsewhere)
  }
}

async function makePartition(db: Db, from: Date, until: Date): Promise<void> {
  const name = `activity_${from.toISOString().slice(0, 7).replace('-', '_')}`
  await inTransaction(db, async (trx) => {
    const { rows } = await sql`select 1 from pg_class where relname = ${name}`.execute(trx)
    if (rows.length > 0) return
    // Writers wait behind this lock: better to try again tomorrow than to stop them.
    await sql`set local lock_timeout = '2s'`.execute(trx)
    await sql`create table if not exists ${sql.table(name)} partition of activity
      for values from (${sql.lit(from.toISOString())}) to (${sql.lit(until.toISOString())})`.execute(trx)
  })
}

const CHECK_VIOLATION = '23514'
const LOCK_NOT_AVAILABLE = '55P03'

// Rows of that month were written before its part was made: they stay in the default part, where they are found too.
function unlessRowsAreElsewhere(error: unknown) {
  if (![CHECK_VIOLATION, LOCK_NOT_AVAILABLE].includes((error as { code?: string }).code ?? '')) throw error
}
