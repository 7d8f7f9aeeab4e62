import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { TIERS_PER_WORTH, tierOf } from './ranking.ts'

/** How the questions are spread over the tiers of worth; a look of at most a minute ago. */
export interface Tiers {
  readonly total: number
  /** Highest first. */
  readonly sizes: readonly { readonly tier: string; readonly questions: number }[]
}

const KEPT_MS = 60_000
const known = new WeakMap<Db, { since: number; tiers: Promise<Tiers> }>()

export function readTiers(db: Db): Promise<Tiers> {
  const before = known.get(db)
  if (before && Date.now() - before.since < KEPT_MS) return before.tiers
  const tiers = countTiers(db)
  known.set(db, { since: Date.now(), tiers })
  tiers.catch(() => known.delete(db))
  return tiers
}

/** After the index changed as a whole, what was counted before says nothing. */
export function forgetTiers(db: Db): void {
  known.delete(db)
}

async function countTiers(db: Db): Promise<Tiers> {
  const { rows } = await sql<{ worth: number; questions: number }>`
    select max(worth)::float8 as worth, count(*)::int as questions from findable
    group by floor(worth * ${sql.lit(TIERS_PER_WORTH)}) order by 1 desc`.execute(db)
  return {
    total: rows.reduce((sum, { questions }) => sum + questions, 0),
    sizes: rows.map(({ worth, questions }) => ({ tier: tierOf(worth), questions })),
  }
}

/** Fewer that fit than this cost less to read than tiers to compare. */
const WORTH_IT = 2_000
const MOST_TIERS = 24

/**
 * The highest tiers in which about so many questions fit, when this share of all of them does; null when the index
 * finds all that fit as quickly.
 */
export function highestTiers({ total, sizes }: Tiers, share: number, wanted: number): readonly string[] | null {
  if (total * share < WORTH_IT) return null
  const highest: string[] = []
  let questions = 0
  for (const { tier, questions: more } of sizes) {
    highest.push(tier)
    questions += more
    if (questions * share >= wanted) return highest.length <= MOST_TIERS ? highest : null
  }
  return null
}
