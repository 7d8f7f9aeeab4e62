/**
 * What is known of a number before it is measured: exactly this; between two ends with one most likely (PERT, λ = 4);
 * a surveyed share (Beta); or three quantiles (three-term metalog).
 */
export type Distribution = number | Pert | Beta | Quantiles

/** Lowest, most likely, highest. */
export interface Pert {
  readonly pert: readonly [low: number, mode: number, high: number]
}

/** The two shapes; always between 0 and 1. */
export interface Beta {
  readonly beta: readonly [a: number, b: number]
}

/** One in ten is below p10, one in ten above p90. */
export interface Quantiles {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}
