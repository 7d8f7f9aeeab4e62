import { sql } from 'kysely'
import { reindexEverything } from '#community/finding/reindex.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { type DemoContent, durationIn, readDemoContent } from './content.ts'
import { insertNotices } from './notices.ts'
import { insertBoards, insertBrand, insertOwnedProducts, insertPeople, insertProducts } from './people.ts'
import { problemsOf } from './problems.ts'
import { insertThreads } from './questions.ts'
import { insertReads } from './reads.ts'

const NAME = 'zonnewinde'

/** Whether the demo community stands in this database, whole. */
export async function isSeeded(db: Db): Promise<boolean> {
  return (await db.selectFrom('seedings').select('name').where('name', '=', NAME).executeTakeFirst()) !== undefined
}

export interface SeedOptions {
  readonly now: Date
  readonly content?: DemoContent
}

/**
 * Fills an empty database with the demo community, once, in one transaction: a start that is killed leaves nothing, and
 * the next one begins again. Answers whether anything was done.
 */
export async function seedDemo(
  { db }: { readonly db: Db },
  { now, content = readDemoContent() }: SeedOptions,
): Promise<boolean> {
  if (await isSeeded(db)) return false
  const [problem] = problemsOf(content)
  if (problem) throw new Error(`The demo content is not right: ${problem}`)
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('onderling demo'))`.execute(trx)
    if (await isSeeded(trx)) return false
    await refuseWhereSomebodyIs(trx)
    await seed(trx, content, now)
    await trx.insertInto('seedings').values({ name: NAME, seeded_at: now }).execute()
    return true
  })
}

async function seed(db: Db, { community, people, questions }: DemoContent, now: Date): Promise<void> {
  const foundedAt = new Date(+now - Math.max(...people.map((person) => durationIn(person.joinedAgo))))
  await insertBrand(db, community, foundedAt)
  const members = await insertPeople(db, people, now)
  const boards = await insertBoards(db, community, members, foundedAt)
  const places = await insertProducts(db, community, foundedAt)
  await insertOwnedProducts(db, people, members, places)
  const threads = await insertThreads(db, questions, { members, boards, ...places }, now)
  await insertReads(db, threads, community.brand.zone, now)
  await insertNotices(db, threads, members, now)
  await sql`update members m set seen_at = n.at
    from (select actor_id, max(occurred_at) as at from activity group by actor_id) n where m.id = n.actor_id`.execute(
    db,
  )
  await reindexEverything(db)
}

async function refuseWhereSomebodyIs(db: Db): Promise<void> {
  const somebody = await db.selectFrom('members').select('id').limit(1).executeTakeFirst()
  const brand = await db.selectFrom('brand').select('id').executeTakeFirst()
  if (somebody || brand) {
    throw new Error(
      'This database holds a community already. The demo needs an empty one: set another DATA_DIR or DATABASE_URL.',
    )
  }
}
