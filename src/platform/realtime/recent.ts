/** Remembers what was heard lately in two halves, so that forgetting costs nothing. */
export class Recent {
  #fresh = new Set<string>()
  #older = new Set<string>()
  #turnedAt = Date.now()
  readonly #half: number
  readonly #most: number

  constructor(half = 60_000, most = 100_000) {
    this.#half = half
    this.#most = most
  }

  add(names: readonly string[]) {
    const now = Date.now()
    if (now - this.#turnedAt > this.#half || this.#fresh.size > this.#most) {
      this.#older = this.#fresh
      this.#fresh = new Set()
      this.#turnedAt = now
    }
    for (const name of names) this.#fresh.add(name)
  }

  has(name: string): boolean {
    return this.#fresh.has(name) || this.#older.has(name)
  }
}
