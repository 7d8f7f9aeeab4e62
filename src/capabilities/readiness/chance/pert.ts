/** Shapes of the PERT distribution (λ = 4) on its own width; low < high. */
export function pertShapes(low: number, mode: number, high: number): { a: number; b: number } {
  return { a: 1 + (4 * (mode - low)) / (high - low), b: 1 + (4 * (high - mode)) / (high - low) }
}

export const pertMean = (low: number, mode: number, high: number): number => (low + 4 * mode + high) / 6

export function pertVariance(low: number, mode: number, high: number): number {
  const mean = pertMean(low, mode, high)
  return ((mean - low) * (high - mean)) / 7
}
