/** The same row of numbers for the same seed, on every machine: two runs measure the same community. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  whole(from: number, upTo: number): number {
    return from + Math.floor(this.next() * (upTo - from + 1))
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T
  }

  happens(chance: number): boolean {
    return this.next() < chance
  }

  shuffled<T>(all: readonly T[]): T[] {
    const mixed = [...all]
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = this.whole(0, at)
      ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
    }
    return mixed
  }
}
