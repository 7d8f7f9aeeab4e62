import type { Signals, Touched } from '#platform/realtime/signals.ts'
import { type KeptPage, keepPage, type RenderedPage } from './kept-page.ts'

export interface PageCacheOptions {
  readonly maxBytes?: number
  /** Milliseconds; never above a minute. */
  readonly maxAge?: number
  readonly now?: () => number
}

type Work = (dependsOn: (...tags: string[]) => void) => Promise<RenderedPage>

interface Entry {
  readonly key: string
  readonly page: KeptPage
  readonly tags: ReadonlySet<string>
  readonly until: number
  used: boolean
}

interface Rendering {
  readonly depends: Set<string>
  /** What changed since this rendering began, so before it read or while it did. */
  readonly touched: Set<string>
  isStale: boolean
  result: Promise<KeptPage>
}

const MINUTE = 60_000

/**
 * Pages for visitors who are not signed in, the same for all of them. A page is stored only when nothing it depends on
 * was touched since *before* its first read, and dropped as soon as something is.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>()
  readonly #byTag = new Map<string, Set<Entry>>()
  readonly #renderings = new Map<string, Rendering>()
  readonly #running = new Set<Rendering>()
  readonly #maxBytes: number
  readonly #maxAge: number
  readonly #now: () => number
  #bytes = 0

  constructor(signals: Pick<Signals, 'subscribe'>, options: PageCacheOptions = {}) {
    this.#maxBytes = options.maxBytes ?? 48 * 1024 * 1024
    this.#maxAge = Math.min(options.maxAge ?? MINUTE, MINUTE)
    this.#now = options.now ?? Date.now
    signals.subscribe((touched) => this.drop(touched))
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: string): KeptPage | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (entry.until <= this.#now()) {
      this.#remove(entry)
      return undefined
    }
    entry.used = true
    return entry.page
  }

  /** The kept page, or one rendering of it that all who ask at the same time share. */
  render(key: string, work: Work): Promise<KeptPage> {
    const kept = this.get(key)
    if (kept) return Promise.resolve(kept)
    const underway = this.#renderings.get(key)
    // Whoever asks after a change must not be given what was read before it.
    if (underway && !underway.isStale) return underway.result
    const rendering: Rendering = { depends: new Set(), touched: new Set(), isStale: false, result: never }
    this.#renderings.set(key, rendering)
    this.#running.add(rendering)
    rendering.result = this.#run(key, rendering, work)
    return rendering.result
  }

  drop(touched: Touched): void {
    for (const rendering of this.#running) noteTouched(rendering, touched)
    if (touched === 'everything') this.#clear()
    else for (const tag of touched) this.#dropTag(tag)
  }

  async #run(key: string, rendering: Rendering, work: Work): Promise<KeptPage> {
    const began = this.#now()
    try {
      const page = await keepPage(await work((...tags) => declare(rendering, tags)))
      if (page.status === 200 && !rendering.isStale) this.#store(key, page, rendering.depends, began)
      return page
    } finally {
      this.#running.delete(rendering)
      if (this.#renderings.get(key) === rendering) this.#renderings.delete(key)
    }
  }

  #store(key: string, page: KeptPage, tags: ReadonlySet<string>, began: number) {
    if (page.bytes > this.#maxBytes / 8) return
    const before = this.#entries.get(key)
    if (before) this.#remove(before)
    this.#makeRoom(page.bytes)
    const entry: Entry = { key, page, tags, until: began + this.#maxAge, used: false }
    this.#entries.set(key, entry)
    this.#bytes += page.bytes
    for (const tag of tags) {
      const others = this.#byTag.get(tag)
      if (others) others.add(entry)
      else this.#byTag.set(tag, new Set([entry]))
    }
  }

  /** Oldest first, but what was asked for since the last round gets another one. */
  #makeRoom(bytes: number) {
    for (const entry of this.#entries.values()) {
      if (this.#bytes + bytes <= this.#maxBytes) return
      if (entry.used) {
        entry.used = false
        this.#entries.delete(entry.key)
        this.#entries.set(entry.key, entry)
      } else this.#remove(entry)
    }
  }

  #remove(entry: Entry) {
    this.#entries.delete(entry.key)
    this.#bytes -= entry.page.bytes
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
    this.#bytes = 0
  }
}

const never = new Promise<never>(() => {})

function declare(rendering: Rendering, tags: readonly string[]) {
  for (const tag of tags) {
    rendering.depends.add(tag)
    if (rendering.touched.has(tag)) rendering.isStale = true
  }
}

function noteTouched(rendering: Rendering, touched: Touched) {
  if (touched === 'everything') {
    rendering.isStale = true
    return
  }
  for (const tag of touched) {
    rendering.touched.add(tag)
    if (rendering.depends.has(tag)) rendering.isStale = true
  }
}
