import type { Signals, Touched } from './signals.ts'

export interface KeptOptions<Value> {
  /** What all values together may measure, in the unit of `sizeOf`. */
  readonly maxSize: number
  readonly sizeOf: (value: Value) => number
  /** Milliseconds; never above a minute. */
  readonly maxAge?: number
  readonly now?: () => number
}

export type DependsOn = (...tags: string[]) => void

interface Entry<Value> {
  readonly key: string
  readonly value: Value
  readonly size: number
  readonly tags: ReadonlySet<string>
  readonly until: number
  used: boolean
}

interface Reading<Value> {
  readonly depends: Set<string>
  /** What changed since this reading began, so before it read or while it did. */
  readonly touched: Set<string>
  isStale: boolean
  result: Promise<Value>
}

const MINUTE = 60_000

/**
 * What was read or made once, for all who would get the same. A value is stored only when nothing it depends on was
 * touched since *before* its first read, and dropped as soon as something is.
 */
export class Kept<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  readonly #byTag = new Map<string, Set<Entry<Value>>>()
  readonly #readings = new Map<string, Reading<Value>>()
  readonly #running = new Set<Reading<Value>>()
  readonly #options: KeptOptions<Value>
  readonly #maxAge: number
  readonly #now: () => number
  #size = 0

  constructor(signals: Pick<Signals, 'subscribe'>, options: KeptOptions<Value>) {
    this.#options = options
    this.#maxAge = Math.min(options.maxAge ?? MINUTE, MINUTE)
    this.#now = options.now ?? Date.now
    signals.subscribe((touched) => this.drop(touched))
  }

  get size(): number {
    return this.#size
  }

  get count(): number {
    return this.#entries.size
  }

  /** The key says what stands under it. */
  get<Known extends Value>(key: string): Known | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (entry.until <= this.#now()) {
      this.#remove(entry)
      return undefined
    }
    entry.used = true
    return entry.value as Known
  }

  /** The kept value, or one reading of it that all who ask at the same time share. */
  read<Known extends Value>(
    key: string,
    work: (dependsOn: DependsOn) => Promise<Known>,
    isWorthKeeping: (value: Known) => boolean = () => true,
  ): Promise<Known> {
    const kept = this.get<Known>(key)
    if (kept !== undefined) return Promise.resolve(kept)
    const underway = this.#readings.get(key)
    // Whoever asks after a change must not be given what was read before it.
    if (underway && !underway.isStale) return underway.result as Promise<Known>
    const reading: Reading<Value> = { depends: new Set(), touched: new Set(), isStale: false, result: never }
    this.#readings.set(key, reading)
    this.#running.add(reading)
    const result = this.#run(key, reading, work, isWorthKeeping)
    reading.result = result
    return result
  }

  forget(key: string): void {
    const entry = this.#entries.get(key)
    if (entry) this.#remove(entry)
  }

  drop(touched: Touched): void {
    for (const reading of this.#running) noteTouched(reading, touched)
    if (touched === 'everything') this.#clear()
    else for (const tag of touched) this.#dropTag(tag)
  }

  async #run<Known extends Value>(
    key: string,
    reading: Reading<Value>,
    work: (dependsOn: DependsOn) => Promise<Known>,
    isWorthKeeping: (value: Known) => boolean,
  ): Promise<Known> {
    const began = this.#now()
    try {
      const value = await work((...tags) => declare(reading, tags))
      if (!reading.isStale && isWorthKeeping(value)) this.#store(key, value, reading.depends, began)
      return value
    } finally {
      this.#running.delete(reading)
      if (this.#readings.get(key) === reading) this.#readings.delete(key)
    }
  }

  #store(key: string, value: Value, tags: ReadonlySet<string>, began: number) {
    const size = this.#options.sizeOf(value)
    if (size > this.#options.maxSize / 8) return
    this.forget(key)
    this.#makeRoom(size)
    const entry: Entry<Value> = { key, value, size, tags, until: began + this.#maxAge, used: false }
    this.#entries.set(key, entry)
    this.#size += size
    for (const tag of tags) {
      const others = this.#byTag.get(tag)
      if (others) others.add(entry)
      else this.#byTag.set(tag, new Set([entry]))
    }
  }

  /** Oldest first, but what was asked for since the last round gets another one. */
  #makeRoom(size: number) {
    for (const entry of this.#entries.values()) {
      if (this.#size + size <= this.#options.maxSize) return
      if (entry.used) {
        entry.used = false
        this.#entries.delete(entry.key)
        this.#entries.set(entry.key, entry)
      } else this.#remove(entry)
    }
  }

  #remove(entry: Entry<Value>) {
    this.#entries.delete(entry.key)
    this.#size -= entry.size
    for (const tag of entry.tags) {
      const others = this.#byTag.get(tag)
      others?.delete(entry)
      if (others?.size === 0) this.#byTag.delete(tag)
    }
  }

  #dropTag(tag: string) {
    const entries = this.#byTag.get(tag)
    if (entries) for (const entry of entries) this.#remove(entry)
  }

  #clear() {
    this.#entries.clear()
    this.#byTag.clear()
    this.#size = 0
  }
}

const MOST_CHARACTERS = 4_000_000
/** Also nothing at all takes room: its key, its tags, its place. */
const LEAST_CHARACTERS = 500

/** Rows as they were read, up to about eight megabytes of them. */
export const keptReadings = (signals: Pick<Signals, 'subscribe'>): Kept<object> =>
  new Kept<object>(signals, {
    maxSize: MOST_CHARACTERS,
    sizeOf: (rows) => LEAST_CHARACTERS + JSON.stringify(rows).length,
  })

const never = new Promise<never>(() => {})

function declare(reading: Reading<unknown>, tags: readonly string[]) {
  for (const tag of tags) {
    reading.depends.add(tag)
    if (reading.touched.has(tag)) reading.isStale = true
  }
}

function noteTouched(reading: Reading<unknown>, touched: Touched) {
  if (touched === 'everything') {
    reading.isStale = true
    return
  }
  for (const tag of touched) {
    reading.touched.add(tag)
    if (reading.depends.has(tag)) reading.isStale = true
  }
}
