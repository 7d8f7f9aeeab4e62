import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Listener } from '#community/capability.ts'
import type { Site } from '#community/site.ts'
import { createLog } from '#platform/log/log.ts'
import { Signals } from '#platform/realtime/signals.ts'
import { testDatabase } from '#test/database.ts'
import { Delivery, type DeliveryOptions } from './deliver.ts'
import { ensurePartitions } from './partitions.ts'
import { deliveryLag } from './positions.ts'
import { record } from './record.ts'

const { db, pool } = await testDatabase()
const signals = new Signals(pool)
const site = { db, pool, signals, log: createLog({ level: 'silent' }) } as unknown as Site
await sql`create table effects (listener text, activity_id bigint)`.execute(db)

let listeners = 0
const running: Delivery[] = []

beforeEach(async () => {
  await sql`truncate effects, listener_positions, parked_activity, activity`.execute(db)
})
afterEach(() => Promise.all(running.splice(0).map((delivery) => delivery.stop())))

type Hear = (db: Parameters<Listener['hear']>[0], ids: string[]) => Promise<void>

/** A listener whose effect is a row, so that a test can count what happened. */
function aListener(before: Hear = async () => {}, hears: Listener['hears'] = 'everything'): Listener {
  const name = `test-${++listeners}`
  return {
    name,
    hears,
    hear: async (trx, activity) => {
      await before(
        trx,
        activity.map(({ subjectId }) => subjectId),
      )
      for (const { subjectId } of activity) {
        await sql`insert into effects values (${name}, ${subjectId}::bigint)`.execute(trx)
      }
    },
  }
}

function delivery(listening: Listener[], options: DeliveryOptions = {}): Delivery {
  const made = new Delivery(site, listening, { pollEvery: 50, ...options })
  running.push(made)
  return made
}

const happens = (subjectId: number, trx = db, kind = 'answer.given') =>
  record(trx, { kind, actorId: null, subjectKind: 'answer', subjectId: String(subjectId), questionId: '1' })

async function effects(listener: Listener): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select activity_id::int as id from effects where listener = ${listener.name} order by ctid`.execute(db)
  return rows.map((row) => row.id)
}

describe('a listener', () => {
  it('hears everything once and in order, in batches', async () => {
    for (let n = 1; n <= 7; n++) await happens(n)
    const listener = aListener()
    const delivering = delivery([listener], { batch: 3 })
    await delivering.deliverAll()
    await delivering.deliverAll()
    expect(await effects(listener)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('hears only the kinds it asks for', async () => {
    await happens(1)
    await happens(2, db, 'answer.confirmed')
    const listener = aListener(undefined, ['answer.confirmed'])
    await delivery([listener]).deliverAll()
    expect(await effects(listener)).toEqual([2])
  })

  it('loses nothing when transactions commit in another order than they began', async () => {
    const listener = aListener()
    const delivering = delivery([listener])
    const slow = await db.startTransaction().execute()
    await happens(1, slow as unknown as typeof db)
    await happens(2)
    await delivering.deliverAll({ patience: 0 })
    expect(await effects(listener)).toEqual([])
    await slow.commit().execute()
    await delivering.deliverAll()
    expect(await effects(listener)).toEqual([1, 2])
  })

  it('whose process is killed half-way does nothing twice', async () => {
    let kills = 1
    const listener = aListener(async (trx, ids) => {
      if (!ids.includes('2') || kills-- <= 0) return
      await sql`insert into effects values ('half', 1)`.execute(trx)
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
    })
    for (let n = 1; n <= 3; n++) await happens(n)
    const delivering = delivery([listener], { backOff: [0, 0] })
    await delivering.deliverAll().catch(() => {})
    await delivering.deliverAll()
    expect(await effects(listener)).toEqual([1, 2, 3])
    expect((await sql`select 1 from effects where listener = 'half'`.execute(db)).rows).toHaveLength(0)
  })

  it('that cannot bear one piece of activity gets the rest, and staff see what was set aside', async () => {
    const poisoned = aListener(async (_, ids) => {
      if (ids.includes('4')) throw new Error('cannot bear this')
    })
    const healthy = aListener()
    for (let n = 1; n <= 9; n++) await happens(n)
    const delivering = delivery([poisoned, healthy], { backOff: [0, 0] })
    await delivering.start()
    await vi.waitFor(async () => expect(await effects(poisoned)).toEqual([1, 2, 3, 5, 6, 7, 8, 9]), 20_000)
    expect(await effects(healthy)).toHaveLength(9)
    const { rows } = await sql`select listener, failure from parked_activity`.execute(db)
    expect(rows).toMatchObject([{ listener: poisoned.name, failure: expect.stringContaining('cannot bear this') }])
  })

  it('that fails waits before it is tried again, without holding up the others', async () => {
    const failing = aListener(() => Promise.reject(new Error('down')))
    const healthy = aListener()
    await happens(1)
    const delivering = delivery([failing, healthy], { backOff: [60_000] })
    await delivering.deliverAll()
    await delivering.deliverAll()
    expect(await effects(healthy)).toEqual([1])
    const lag = await deliveryLag(db)
    expect(lag.find(({ listener }) => listener === failing.name)).toMatchObject({ failures: 1, parked: 0 })
    expect(lag.find(({ listener }) => listener === failing.name)?.seconds).toBeGreaterThan(0)
    expect(lag.find(({ listener }) => listener === healthy.name)).toMatchObject({ failures: 0, seconds: 0 })
  })

  it('hears each thing once when two processes deliver at the same time', async () => {
    const listener = aListener()
    const [one, other] = [delivery([listener], { batch: 2 }), delivery([listener], { batch: 3 })]
    await Promise.all([one.start(), other.start()])
    await Promise.all(Array.from({ length: 40 }, (_, n) => happens(n)))
    signals.send(['activity'])
    await vi.waitFor(async () => expect(await effects(listener)).toHaveLength(40), 20_000)
    expect(new Set(await effects(listener)).size).toBe(40)
  })

  it('hears of it soon after, woken by the signal', async () => {
    const listener = aListener()
    await delivery([listener], { pollEvery: 60_000 }).start()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await happens(1)
    // Transactions of other tests may hold delivery back for a moment: the signal is given again until it can be heard.
    const heard = async () => {
      signals.send(['activity'])
      expect(await effects(listener)).toEqual([1])
    }
    await vi.waitFor(heard, { timeout: 20_000, interval: 200 })
  })
})

describe('the activity table', () => {
  it('has its months ready, also where rows were written before', async () => {
    await ensurePartitions(db, new Date('2027-11-15T00:00:00Z'))
    await ensurePartitions(db, new Date('2027-11-15T00:00:00Z'))
    const { rows } =
      await sql`select relname from pg_class where relname ~ '^activity_202[78]_[0-9]+$' order by 1`.execute(db)
    expect(rows.map((row) => (row as { relname: string }).relname)).toEqual([
      'activity_2027_11',
      'activity_2027_12',
      'activity_2028_01',
      'activity_2028_02',
    ])
    await happens(1)
    await expect(ensurePartitions(db)).resolves.toBeUndefined()
  })
})
