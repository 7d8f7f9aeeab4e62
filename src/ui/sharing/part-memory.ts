import type { Markup, OwnWords } from './markup.ts'
import { type Packed, pack } from './packed.ts'

const MOST_BYTES = 10_000_000
/** "12 minutes ago" is worded by the browser from then on. */
const MINUTE = 60_000
const WORTH_PACKING = 2
/** Bytes; what is smaller is compressed with the page around it. */
const LARGE = 4_000

/** A rendered part, and how it is sent once several have read it. */
export class Part {
  readonly markup: Markup
  #packed: Packed | null = null
  #timesAsked = 0

  constructor(markup: Markup) {
    this.markup = markup
  }

  get isLarge(): boolean {
    return this.markup.bytes.length > LARGE
  }

  /** Null while it is not packed: packing takes four times as long as sending it plainly, so one reader is not worth it. */
  packedLike(words: OwnWords): Packed | null {
    this.#timesAsked += 1
    if (this.#timesAsked === WORTH_PACKING) {
      void inTurn(async () => {
        this.#packed = await pack(this.markup, words)
      })
    }
    return this.#packed
  }
}

let lastTurn = Promise.resolve()

/** One at a time: each needs a megabyte meanwhile, and nobody waits for it. */
function inTurn(work: () => Promise<void>): Promise<void> {
  lastTurn = lastTurn.then(work)
  return lastTurn
}

/** The parts that were asked for last, as many as fit. */
export class PartMemory {
  readonly #parts = new Map<string, Part>()
  #size = 0

  recall(name: string, now: number): Part | undefined {
    const part = this.#parts.get(name)
    if (part === undefined || Math.abs(now - part.markup.madeAt) >= MINUTE) return undefined
    this.#parts.delete(name)
    this.#parts.set(name, part)
    return part
  }

  keep(name: string, part: Part): Part {
    this.#forget(name)
    this.#parts.set(name, part)
    this.#size += sizeOf(name, part)
    for (const oldest of this.#parts.keys()) {
      if (this.#size <= MOST_BYTES) break
      this.#forget(oldest)
    }
    return part
  }

  #forget(name: string): void {
    const part = this.#parts.get(name)
    if (part === undefined) return
    this.#parts.delete(name)
    this.#size -= sizeOf(name, part)
  }
}

const sizeOf = (name: string, { markup }: Part): number => name.length + markup.bytes.length
