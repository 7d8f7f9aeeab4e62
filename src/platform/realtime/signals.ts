import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { payloadsOf, readPayload } from './payload.ts'
import { Recent } from './recent.ts'

/** Names of what changed; `everything` when nobody can say what was missed. */
export type Touched = readonly string[] | 'everything'
export type Subscriber = (touched: Touched) => void

export interface SignalsOptions {
  /** Tags of changes that were committed but of which no signal was heard. */
  readonly net?: (heard: (tag: string) => boolean) => Promise<Touched>
  readonly netEvery?: number
  readonly onTrouble?: (error: Error) => void
}

const CHANNEL = 'onderling'
const COALESCE = 25
const NET_EVERY = 2_000
const PROBE_TIMEOUT = 3_000
/** More names than this in one go, and it is cheaper to say that everything changed. */
const MOST_PENDING = 5_000

/**
 * Tells this process at once, and the others about 25 ms later, what was changed. A NOTIFY inside each transaction
 * would make commits wait for one another: here one notification carries all that changed in between.
 */
export class Signals {
  readonly #pool: pg.Pool
  readonly #options: SignalsOptions
  readonly #self = randomUUID()
  readonly #subscribers = new Set<Subscriber>()
  readonly #recent = new Recent()
  #pending = new Set<string>()
  #flushing: NodeJS.Timeout | undefined
  #netting: NodeJS.Timeout | undefined
  #reconnecting: NodeJS.Timeout | undefined
  #listener: pg.Client | undefined
  #running = false

  constructor(pool: pg.Pool, options: SignalsOptions = {}) {
    this.#pool = pool
    this.#options = options
  }

  /** Only after the commit: whoever hears it reads again at once. */
  send(tags: readonly string[]): void {
    if (tags.length === 0) return
    this.#publish(tags)
    for (const tag of tags) this.#pending.add(tag)
    if (this.#pending.size > MOST_PENDING) this.#pending = new Set([EVERYTHING])
    if (this.#running) this.#flushSoon(COALESCE)
  }

  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber)
    return () => void this.#subscribers.delete(subscriber)
  }

  async start(): Promise<void> {
    this.#running = true
    await this.#listen()
    this.#castNetLater()
    if (this.#pending.size > 0) this.#flushSoon(0)
  }

  async stop(): Promise<void> {
    this.#running = false
    for (const timer of [this.#flushing, this.#netting, this.#reconnecting]) clearTimeout(timer)
    const listener = this.#listener
    this.#listener = undefined
    await this.#flush().catch(() => {})
    await listener?.end().catch(() => {})
  }

  #publish(touched: Touched) {
    if (touched !== 'everything') this.#recent.add(touched)
    for (const subscriber of this.#subscribers) {
      try {
        subscriber(touched)
      } catch (error) {
        this.#trouble(error)
      }
    }
  }

  #flushSoon(after: number) {
    this.#flushing ??= setTimeout(() => {
      this.#flushing = undefined
      this.#flush().catch((error) => {
        this.#trouble(error)
        if (this.#running) this.#flushSoon(1_000)
      })
    }, after)
  }

  async #flush() {
    const tags = this.#pending
    if (tags.size === 0) return
    this.#pending = new Set()
    try {
      const payloads = payloadsOf(this.#self, [...tags])
      await this.#pool.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [CHANNEL, payloads])
    } catch (error) {
      for (const tag of tags) this.#pending.add(tag)
      throw error
    }
  }

  async #listen() {
    // The pool's own settings, without its naming of statements.
    const listener = new pg.Client({ ...this.#pool.options, keepAlive: true })
    listener.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    listener.on('error', (error) => this.#lost(listener, error))
    listener.on('end', () => this.#lost(listener, new Error('The listening connection ended')))
    this.#listener = listener
    await listener.connect()
    await listener.query(`listen ${CHANNEL}`)
  }

  #hear(payload: string) {
    const message = readPayload(payload)
    if (!message || message.sender === this.#self) return
    this.#publish(message.tags.includes(EVERYTHING) ? 'everything' : message.tags)
  }

  #lost(listener: pg.Client, error: Error) {
    if (this.#listener !== listener || !this.#running) return
    this.#listener = undefined
    this.#trouble(error)
    listener.end().catch(() => {})
    this.#reconnectLater(100)
  }

  #reconnectLater(after: number) {
    clearTimeout(this.#reconnecting)
    this.#reconnecting = setTimeout(() => this.#reconnect(after), after)
  }

  async #reconnect(waited: number) {
    try {
      await this.#listen()
      if (this.#running) this.#publish('everything')
      else await this.#listener?.end()
    } catch (error) {
      this.#listener = undefined
      this.#trouble(error)
      if (this.#running) this.#reconnectLater(Math.min(waited * 2, 2_000))
    }
  }

  #castNetLater() {
    this.#netting = setTimeout(async () => {
      await Promise.all([this.#probe(), this.#castNet().catch((error) => this.#trouble(error))])
      if (this.#running) this.#castNetLater()
    }, this.#options.netEvery ?? NET_EVERY)
  }

  /** A connection can die without a word: a firewall forgot it, the other machine lost power. */
  async #probe() {
    const listener = this.#listener
    if (!listener) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The listening connection does not answer')), PROBE_TIMEOUT)
    })
    await Promise.race([listener.query('select 1'), late]).catch((error) => this.#lost(listener, error))
    clearTimeout(timer)
  }

  async #castNet() {
    const missed = await this.#options.net?.((tag) => this.#recent.has(tag))
    if (missed && missed.length > 0 && this.#running) this.#publish(missed)
  }

  #trouble(error: unknown) {
    if (this.#running) this.#options.onTrouble?.(error instanceof Error ? error : new Error(String(error)))
  }
}

const EVERYTHING = '*'
