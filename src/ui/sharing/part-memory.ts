import type { OwnWords } from './markup.ts'
import type { Part } from './part.ts'

const MOST_BYTES = 10_000_000
/** "12 minutes ago" is worded by the browser from then on. */
const MINUTE = 60_000

/** The parts that were asked for last, as many as fit. */
export class PartMemory {
  readonly #parts = new Map<string, Part>()
  #size = 0

  recall(name: string, now: number, words: OwnWords): Part | undefined {
    const part = this.#parts.get(name)
    if (part === undefined || Math.abs(now - part.madeAt) >= MINUTE) return undefined
    this.#parts.delete(name)
    this.#parts.set(name, part)
    if (part.isWorthPacking) void inTurn(() => this.#pack(name, part, words))
    return part
  }

  keep(name: string, part: Part): Part {
    this.#forget(name)
    this.#parts.set(name, part)
    this.#size += name.length + part.size
    for (const oldest of this.#parts.keys()) {
      if (this.#size <= MOST_BYTES) break
      this.#forget(oldest)
    }
    return part
  }

  async #pack(name: string, part: Part, words: OwnWords): Promise<void> {
    const before = part.size
    await part.pack(words)
    if (this.#parts.get(name) === part) this.#size += part.size - before
  }

  #forget(name: string): void {
    const part = this.#parts.get(name)
    if (part === undefined) return
    this.#parts.delete(name)
    this.#size -= name.length + part.size
  }
}

/** Two at a time: each needs a megabyte meanwhile, and nobody waits for it. What cannot be packed goes plainly. */
const turns = Array.from({ length: 2 }, () => Promise.resolve())
let next = 0

function inTurn(work: () => Promise<void>): Promise<void> {
  next = (next + 1) % turns.length
  const turn = (turns[next] as Promise<void>).then(work).catch(() => {})
  turns[next] = turn
  return turn
}
