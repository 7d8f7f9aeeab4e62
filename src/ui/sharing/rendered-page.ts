import { NOBODYS_WORDS, type OwnWords } from './markup.ts'
import { type Packed, packedStream } from './packed.ts'
import type { Part } from './part.ts'

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
    const parts = this.#parts.map((part) => part.asRead(this.#words))
    const length = this.#texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    const room = roomFor(parts.reduce((sum, part) => sum + part.length, length))
    let at = 0
    for (const [nth, text] of this.#texts.entries()) {
      at += room.write(text, at)
      at += parts[nth]?.copy(room, at) ?? 0
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
        if (part.packed === null) return null
        rows.push(Buffer.concat(between), part.packed)
        between = []
      } else if (part) between.push(part.asRead(this.#words))
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
