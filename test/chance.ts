/** Chance for re-implementations in tests: nothing of this is shared with the product. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0
  // Mulberry32.
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  // Marsaglia and Tsang, for shapes of 1 and more.
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const pert = (min: number, mode: number, max: number) => {
    const a = gamma(1 + (4 * (mode - min)) / (max - min))
    const b = gamma(1 + (4 * (max - mode)) / (max - min))
    return min + ((max - min) * a) / (a + b)
  }
  return { uniform, pert }
}
