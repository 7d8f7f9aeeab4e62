import type { Markup } from './markup.ts'

const MOST_BYTES = 10_000_000
/** "12 minutes ago" is worded by the browser from then on. */
const MINUTE = 60_000

/** The parts that were asked for last, as many as fit. */
export class PartMemory {
  readonly #parts = new Map<string, Markup>()
  #size = 0

  recall(name: string, now: number): Markup | undefined {
    const markup = this.#parts.get(name)
    if (markup === undefined || Math.abs(now - markup.madeAt) >= MINUTE) return undefined
    this.#parts.delete(name)
    this.#parts.set(name, markup)
    return markup
  }

  keep(name: string, markup: Markup): Markup {
    this.#forget(name)
    this.#parts.set(name, markup)
    this.#size += sizeOf(name, markup)
    for (const oldest of this.#parts.keys()) {
      if (this.#size <= MOST_BYTES) break
      this.#forget(oldest)
    }
    return markup
  }

  #forget(name: string): void {
    const markup = this.#parts.get(name)
    if (markup === undefined) return
    this.#parts.delete(name)
    this.#size -= sizeOf(name, markup)
  }
}

const sizeOf = (name: string, { bytes }: Markup): number => name.length + bytes.length
