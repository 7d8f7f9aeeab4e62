import { NOBODYS_WORDS, type OwnWords } from './markup.ts'
import { type Packed, packedStream } from './packed.ts'
import type { Part } from './part.ts'
import { Room } from './room.ts'

/** A page before it is written down: a text before each shared part, and one after the last. */
export class RenderedPage {
  readonly #texts: readonly string[]
  readonly #parts: readonly Part[]
  readonly #words: OwnWords

  constructor(texts: readonly string[], parts: readonly Part[], words: OwnWords = NOBODYS_WORDS) {
    this.#texts = texts
    this.#parts = parts
    this.#words = words
  }

  /** The page as it is read. It stands there only until the next page is written, in the same place. */
  bytes(): Buffer {
    room.clear()
    for (const [nth, text] of this.#texts.entries()) {
      room.write(text)
      this.#parts[nth]?.writeTo(room, this.#words)
    }
    return room.cut()
  }

  /** The page as Brotli sends it, where its large parts were packed before and little stands between them. */
  packed(): Buffer | null {
    const large = this.#parts.filter(({ isLarge }) => isLarge)
    if (large.length === 0 || large.some(({ packed }) => packed === null)) return null
    const [begin, ...rest] = this.#rows()
    return lengthBetween(rest) > MOST_BETWEEN ? null : packedStream(begin as Buffer, rest, this.#words)
  }

  /** Packed parts, with what stands before, between and after them. */
  #rows(): (Packed | Buffer)[] {
    const rows: (Packed | Buffer)[] = []
    room.clear()
    for (const [nth, text] of this.#texts.entries()) {
      const part = this.#parts[nth]
      room.write(text)
      if (part?.isLarge && part.packed) rows.push(room.cut(), part.packed)
      else part?.writeTo(room, this.#words)
    }
    return [...rows, room.cut()]
  }
}

const room = new Room()

const lengthBetween = (rows: readonly (Packed | Buffer)[]): number =>
  rows.reduce((sum, row) => sum + (Buffer.isBuffer(row) ? row.length : 0), 0)

/** What stands between parts is sent uncompressed. */
const MOST_BETWEEN = 4_000
