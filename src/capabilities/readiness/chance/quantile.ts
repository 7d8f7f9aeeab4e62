/** Type 7 (Hyndman & Fan): straight between the order statistics. `sorted` rises and is not empty; u from 0 to 1. */
export function quantile(sorted: Float64Array, u: number): number {
  const at = (sorted.length - 1) * u
  const below = Math.floor(at)
  const from = sorted[below] as number
  const to = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return from + (at - below) * (to - from)
}
