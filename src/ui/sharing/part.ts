import { type Markup, markupAsRead, type OwnWords } from './markup.ts'
import { type Packed, pack, unpacked } from './packed.ts'
import type { Room } from './room.ts'

/** Bytes; what is smaller is compressed with the page around it. */
const LARGE = 4_000
/** Packing takes as long as sending it plainly to eight readers; the third makes more of them likely, and room. */
const READERS_WORTH_IT = 3

/** A rendered part: as markup, and once several have read it, packed. */
export class Part {
  readonly madeAt: number
  readonly isLarge: boolean
  #markup: Markup | null
  #packed: Packed | null = null
  #timesAsked = 1

  constructor(markup: Markup, madeAt: number) {
    this.#markup = markup
    this.madeAt = madeAt
    this.isLarge = markup.bytes.length > LARGE
  }

  /** True for the one who asks when it begins to be worth it. */
  get isWorthPacking(): boolean {
    this.#timesAsked += 1
    return this.isLarge && this.#timesAsked === READERS_WORTH_IT
  }

  /** Then the markup, many times as large, is let go; whoever needs it unpacks it. */
  async pack(words: OwnWords): Promise<void> {
    if (this.#markup === null) return
    this.#packed = await pack(this.#markup, words)
    if (this.#packed?.here === null) this.#markup = null
  }

  get packed(): Packed | null {
    return this.#packed
  }

  get size(): number {
    return (this.#markup?.bytes.length ?? 0) + (this.#packed?.bytes.length ?? 0)
  }

  writeTo(room: Room, words: OwnWords): void {
    if (this.#markup) room.putMarkup(this.#markup, words)
    else room.put(this.asRead(words))
  }

  asRead(words: OwnWords): Buffer {
    return this.#markup ? markupAsRead(this.#markup, words) : unpacked(this.#packed as Packed, words)
  }
}
