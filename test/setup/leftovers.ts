import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning, readHolder } from '#platform/config/process-lock.ts'
import { readPostmaster, stopPostgres } from '#platform/db/cluster.ts'

export const PREFIX = 'onderling-test-'

/** A run that was killed leaves its server behind: the next run clears it away. */
export async function clearLeftovers() {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    if (isInUse(folder)) continue
    if (readPostmaster(folder)) await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

function isInUse(folder: string): boolean {
  const users = join(folder, 'postgres-users')
  // Its users are noted last: without any it may be starting.
  if (!existsSync(users)) return Date.now() - statSync(folder).mtimeMs < 600_000
  const holders = readdirSync(users).map((name) => readHolder(join(users, name)))
  return holders.some((holder) => holder && isRunning(holder))
}
