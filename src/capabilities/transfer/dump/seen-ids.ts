const PAGE_BITS = 1 << 16

/** Remembers which numbers came by, one bit each: a hundred million take twelve megabytes. */
export class SeenIds {
  readonly #pages = new Map<number, Uint8Array>()

  /** Whether it was there already. */
  add(id: number): boolean {
    const number = Math.floor(id / PAGE_BITS)
    const bit = id - number * PAGE_BITS
    const page = this.#pages.get(number) ?? new Uint8Array(PAGE_BITS / 8)
    this.#pages.set(number, page)
    const at = bit >> 3
    const mask = 1 << (bit & 7)
    const wasThere = ((page[at] ?? 0) & mask) !== 0
    page[at] = (page[at] ?? 0) | mask
    return wasThere
  }
}
