import { removeUnshown } from '#community/attachments/contents.ts'
import { deleteUnclaimed, listUnshown } from '#community/attachments/queries.ts'
import type { Site } from '#community/site.ts'
import { findFounding } from './queries.ts'

const DAY = 86_400_000

/** Chosen but never posted: after a day the picture goes, and its file when nothing else shows the same. */
export async function removeUnclaimedPictures(site: Site): Promise<void> {
  for (const hash of await deleteUnclaimed(site.db, dayAgo(site))) await removeUnshown(site, hash)
}

/**
 * A process that is killed between writing a file and its row, or between the end of a row and that of its file, leaves
 * one that nothing shows: after a day it goes. Never what is older than the community: with the wrong database beside
 * them, the files of another one look the same.
 */
export async function removeLeftFiles(site: Site): Promise<void> {
  const since = await findFounding(site.db)
  if (!since) return
  const before = dayAgo(site)
  await site.storage.removeUnfinished(before)
  let batch: string[] = []
  for await (const hash of site.storage.list({ since, before })) {
    batch.push(hash)
    if (batch.length < BATCH) continue
    await removeAll(site, batch)
    batch = []
  }
  await removeAll(site, batch)
}

const BATCH = 500

async function removeAll(site: Site, hashes: readonly string[]): Promise<void> {
  for (const hash of await listUnshown(site.db, hashes)) await removeUnshown(site, hash)
}

const dayAgo = (site: Site) => new Date(site.now().getTime() - DAY)
