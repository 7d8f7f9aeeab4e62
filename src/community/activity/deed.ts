import { type Db, inTransaction } from '#platform/db/database.ts'
import type { Signals } from '#platform/realtime/signals.ts'

const touchedBy = new WeakMap<Db, Set<string>>()

/**
 * One deed: everything it writes happens together or not at all. What it touched is signalled only after the commit,
 * so that nobody reads an old page into the new cache.
 */
export async function deed<T>(site: { db: Db; signals: Signals }, work: (db: Db) => Promise<T>): Promise<T> {
  const touched = new Set<string>()
  const result = await inTransaction(site.db, async (db) => {
    touchedBy.set(db, touched)
    return work(db)
  })
  if (touched.size > 0) site.signals.send([...touched])
  return result
}

/** Names something that this transaction changed; pages and open browsers that show it hear of it after the commit. */
export function touch(db: Db, ...tags: string[]): void {
  const touched = touchedBy.get(db)
  for (const tag of tags) touched?.add(tag)
}
