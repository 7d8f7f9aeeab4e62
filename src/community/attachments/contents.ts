import { sql } from 'kysely'
import type { Site } from '#community/site.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import type { Storage } from '#platform/storage/storage.ts'
import { isContentShown } from './queries.ts'

/** Keeps the bytes for a row that the same transaction writes, and gives their hash. */
export async function keepContent(db: Db, storage: Storage, bytes: Uint8Array): Promise<string> {
  await holdContents(db, 'together')
  return storage.write(bytes)
}

/** Takes a content away unless a row shows it. */
export function removeUnshown({ db, storage }: Pick<Site, 'db' | 'storage'>, hash: string): Promise<void> {
  return inTransaction(db, async (within) => {
    await holdContents(within, 'alone')
    if (!(await isContentShown(within, hash))) await storage.remove(hash)
  })
}

/** The same content may be uploaded in the moment in which the last row that shows it goes: one waits for the other. */
async function holdContents(db: Db, how: 'together' | 'alone'): Promise<void> {
  const key = sql`hashtext('attachments.contents')`
  if (how === 'together') await sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
  else await sql`select pg_advisory_xact_lock(${key})`.execute(db)
}
