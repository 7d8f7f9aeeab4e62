// Odd 32-bit integers nearest to the fractional parts of the square roots of the first primes.
const STEPS = [2, 3, 5, 7, 11, 13, 17, 19, 23].map((prime) => {
  const root = Math.sqrt(prime)
  return (Math.floor((root - Math.floor(root)) * 2 ** 31) * 2 + 1) >>> 0
})

/**
 * Points that fill a cube of up to nine dimensions far more evenly than chance does: coordinate `dimension` of point
 * `index`, 0 to 1. Whole numbers only, so the same everywhere; nothing is drawn, so nothing needs a seed.
 */
export function coordinate(index: number, dimension: number): number {
  return ((Math.imul(index + 1, STEPS[dimension] ?? 1) >>> 0) + 0.5) / 2 ** 32
}
