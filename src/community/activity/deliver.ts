import { setTimeout as pause } from 'node:timers/promises'
import type { Listener } from '#community/capability.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import type { Activity } from './activity.ts'
import { deed } from './deed.ts'
import {
  insertParked,
  insertPositions,
  listBehind,
  listDue,
  listNext,
  lockPosition,
  type Position,
  updateFailed,
  updatePosition,
} from './positions.ts'

export interface DeliveryOptions {
  readonly batch?: number
  readonly pollEvery?: number
  /** Milliseconds before each further try of one piece of activity; after the last it is parked. */
  readonly backOff?: readonly number[]
}

const POLL_EVERY = 1_000
/** So that a busy minute is delivered in a few batches instead of one by one. */
const GATHER = 75
const BACK_OFF = [1_000, 5_000, 30_000, 120_000, 600_000]

/**
 * Brings activity to those who listen. The position of a listener moves in the transaction of its effects, so each
 * effect happens once whatever is killed; several processes may deliver at the same time.
 */
export class Delivery {
  readonly #site: Site
  readonly #listeners: ReadonlyMap<string, Listener>
  readonly #batch: number
  readonly #pollEvery: number
  readonly #backOff: readonly number[]
  /** Of how many the next must be tried one by one, because one of them made a batch fail. */
  readonly #singly = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> | undefined
  #unsubscribe = () => {}
  #running = false
  #isWanted = false

  constructor(site: Site, listeners: readonly Listener[], options: DeliveryOptions = {}) {
    this.#site = site
    this.#listeners = new Map(listeners.map((listener) => [listener.name, listener]))
    this.#batch = options.batch ?? 200
    this.#pollEvery = options.pollEvery ?? POLL_EVERY
    this.#backOff = options.backOff ?? BACK_OFF
  }

  async start(): Promise<void> {
    this.#running = true
    await insertPositions(this.#site.db, [...this.#listeners.keys()])
    this.#unsubscribe = this.#site.signals.subscribe((touched) => {
      if (touched === 'everything' || touched.includes('activity')) this.#wake()
    })
    this.#wake()
  }

  async stop(): Promise<void> {
    this.#running = false
    this.#unsubscribe()
    clearTimeout(this.#timer)
    await this.#round
  }

  /**
   * Everything that is committed by now; for tests and commands, start is not needed. Transactions that are still open
   * somewhere are waited for, at most as long as given.
   */
  async deliverAll({ patience = 10_000 } = {}): Promise<void> {
    const names = [...this.#listeners.keys()]
    const until = Date.now() + patience
    await insertPositions(this.#site.db, names)
    do {
      while (await this.#deliverRound()) {}
      if ((await listBehind(this.#site.db, names)).length === 0) return
      await pause(10)
    } while (Date.now() < until)
  }

  #wake() {
    this.#isWanted = true
    if (!this.#round) this.#later(GATHER)
  }

  #later(after: number) {
    clearTimeout(this.#timer)
    if (this.#running) this.#timer = setTimeout(() => this.#run(), after)
  }

  #run() {
    this.#isWanted = false
    this.#round = this.#deliverRound()
      .catch((error) => {
        this.#site.log.warn({ err: error }, 'Activity could not be delivered now')
        return false
      })
      .then((more) => {
        this.#round = undefined
        this.#later(more || this.#isWanted ? GATHER : this.#pollEvery)
      })
  }

  /** One batch for each listener that has something to hear; answers whether there may be more. */
  async #deliverRound(): Promise<boolean> {
    const due = await listDue(this.#site.db, [...this.#listeners.keys()])
    const moved = await Promise.all(due.map((name) => this.#deliverTo(this.#listeners.get(name) as Listener)))
    return moved.some(Boolean)
  }

  async #deliverTo(listener: Listener): Promise<boolean> {
    const limit = this.#singly.has(listener.name) ? 1 : this.#batch
    const read: { next: readonly Activity[]; position?: Position } = { next: [] }
    try {
      await deed(this.#site, async (db) => {
        read.position = await lockPosition(db, listener.name)
        read.next = read.position ? await listNext(db, read.position, limit) : []
        await this.#hear(db, listener, read.next)
      })
      this.#countDown(listener.name, read.next.length)
      return read.next.length > 0
    } catch (error) {
      if (!read.position || read.next.length === 0) throw error
      await this.#fail(listener, read.position, read.next, error)
      return read.next.length > 1
    }
  }

  async #hear(db: Db, listener: Listener, next: readonly Activity[]) {
    const last = next.at(-1)
    if (!last) return
    const heard = listener.hears === 'everything' ? next : next.filter(({ kind }) => listener.hears.includes(kind))
    if (heard.length > 0) await listener.hear(db, heard, this.#site)
    await updatePosition(db, listener.name, last)
  }

  /** In a batch nobody knows which one failed: it is tried again one by one, and only a single one counts as failed. */
  async #fail(listener: Listener, position: Position, next: readonly Activity[], error: unknown) {
    const [first] = next
    if (next.length > 1 || !first) return void this.#singly.set(listener.name, next.length)
    const wait = this.#backOff[position.failures]
    const told = { err: error, listener: listener.name, activityId: first.id }
    const failure = describe(error)
    if (wait !== undefined) {
      this.#site.log.warn(told, 'A listener failed and will be tried again')
      return updateFailed(this.#site.db, position, failure, wait)
    }
    this.#site.log.error(told, 'A listener failed too often: the activity is set aside')
    await deed(this.#site, async (db) => {
      const still = await lockPosition(db, listener.name)
      if (!still || still.id !== position.id) return
      await insertParked(db, listener.name, first, failure)
      await updatePosition(db, listener.name, first)
    })
    this.#countDown(listener.name, 1)
  }

  #countDown(name: string, done: number) {
    const left = (this.#singly.get(name) ?? 0) - done
    if (left > 0) this.#singly.set(name, left)
    else this.#singly.delete(name)
  }
}

const describe = (error: unknown) =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4_000)
