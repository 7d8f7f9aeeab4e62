import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type Db } from '#platform/db/database.ts'
import { startServer } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { seedLarge } from './community/seed.ts'
import { sizeFor } from './community/shape.ts'

/** Another number makes every machine seed anew. */
const VERSION = 2

/** A data folder with the large community; seeded once, then copied for each run, because a run writes in it. */
export async function preparePlace(scale: number, say: (line: string) => void): Promise<string> {
  const base = join(tmpdir(), `onderling-bench-${scale}`)
  const [kept, used, mark] = [join(base, 'seeded'), join(base, 'used'), join(base, 'version')]
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== String(VERSION)) {
    rmSync(base, { recursive: true, force: true })
    mkdirSync(kept, { recursive: true, mode: 0o700 })
    await seedPlace(kept, scale, say)
    writeFileSync(mark, String(VERSION))
  }
  rmSync(used, { recursive: true, force: true })
  cpSync(kept, used, { recursive: true })
  return used
}

async function seedPlace(folder: string, scale: number, say: (line: string) => void): Promise<void> {
  say(`Seeding ${folder} (once)`)
  const began = performance.now()
  const server = await startServer(folder, () => {}, { settings: { fsync: 'off' } })
  try {
    await migrate(server.connectionString)
    await withDatabase(server.connectionString, (db) => seedLarge(db, sizeFor(scale), say))
  } finally {
    await server.stop()
  }
  say(`  done in ${Math.round((performance.now() - began) / 1_000)} s`)
}

/** For a look at the tables of a place whose server runs. */
export async function withDatabase<T>(connectionString: string, work: (db: Db) => Promise<T>): Promise<T> {
  const pool = createPool(connectionString, { max: 2 })
  const db = createDatabase(pool)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
