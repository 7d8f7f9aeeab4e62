/** What was made for those who asked last, as many as `most`: the same numbers give the same, so it is made once. */
export class LastAsked<Made> {
  readonly #made = new Map<string, Made>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(name: string): Made | undefined {
    const made = this.#made.get(name)
    return made === undefined ? undefined : this.keep(name, made)
  }

  keep(name: string, made: Made): Made {
    this.#made.delete(name)
    this.#made.set(name, made)
    const [oldest] = this.#made.keys()
    if (this.#made.size > this.#most && oldest !== undefined) this.#made.delete(oldest)
    return made
  }
}
