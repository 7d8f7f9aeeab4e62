import { lengthOf, markupAsRead, NOBODYS_WORDS, type OwnWords, writeMarkup } from './markup.ts'
import { type Packed, packedStream } from './packed.ts'
import type { Part } from './part-memory.ts'

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

  /** The page as it is read. They stand there only until the next page is written, in the same place. */
  bytes(): Buffer {
    const words = this.#words
    const length = this.#texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    const room = roomFor(this.#parts.reduce((sum, { markup }) => sum + lengthOf(markup, words), length))
    let at = 0
    for (const [nth, text] of this.#texts.entries()) {
      at += room.write(text, at)
      const part = this.#parts[nth]
      if (part) at = writeMarkup(part.markup, words, room, at)
    }
    return room.subarray(0, at)
  }

  /** The page as Brotli sends it, where its large parts were packed before and little stands between them. */
  packed(): Buffer | null {
    const rows: (Packed | Buffer)[] = []
    let between: Buffer[] = []
    for (const [nth, text] of this.#texts.entries()) {
      const part = this.#parts[nth]
      between.push(Buffer.from(text))
      if (part?.isLarge) {
        const packed = part.packedLike(this.#words)
        if (packed === null) return null
        rows.push(Buffer.concat(between), packed)
        between = []
      } else if (part) between.push(markupAsRead(part.markup, this.#words))
    }
    const [begin, ...rest] = [...rows, Buffer.concat(between)]
    if (rest.length === 0 || lengthBetween(rest) > MOST_BETWEEN) return null
    return packedStream(begin as Buffer, rest, this.#words)
  }
}

const lengthBetween = (rows: readonly (Packed | Buffer)[]): number =>
  rows.reduce((sum, row) => sum + (Buffer.isBuffer(row) ? row.length : 0), 0)

/** What stands between parts is sent uncompressed. */
const MOST_BETWEEN = 4_000

let room = Buffer.allocUnsafe(256 * 1024)

function roomFor(length: number): Buffer {
  if (length > room.length) room = Buffer.allocUnsafe(2 * length)
  return room
}
