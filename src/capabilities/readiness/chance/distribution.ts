import { betaQuantile, betaShape } from './beta.ts'
import { betaTable } from './beta-table.ts'
import { type MetalogScale, metalogOf, metalogQuantile } from './metalog.ts'
import { pertMean, pertShapes } from './pert.ts'

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

/** A number, or a range whose ends are the same. */
export function isCertain(of: Distribution): boolean {
  return typeof of === 'number' || ('pert' in of && of.pert[0] === of.pert[2])
}

/** "At modes": the number; the PERT mode; the Beta mode if both shapes exceed 1, else its mean; P50. */
export function modeOf(of: Distribution): number {
  if (typeof of === 'number') return of
  if ('pert' in of) return of.pert[1]
  if ('p50' in of) return of.p50
  const [a, b] = of.beta
  return a > 1 && b > 1 ? (a - 1) / (a + b - 2) : a / (a + b)
}

/** The mean of a number, a PERT or a Beta. */
export function meanOf(of: Exclude<Distribution, Quantiles>): number {
  if (typeof of === 'number') return of
  return 'pert' in of ? pertMean(...of.pert) : of.beta[0] / (of.beta[0] + of.beta[1])
}

/** The value of which u, between 0 and 1, is the probability. Exact and slow. */
export function quantileOf(of: Distribution, u: number, scale: MetalogScale): number {
  return quantilesOf(of, scale, (a, b) => {
    const shape = betaShape(a, b)
    return (at) => betaQuantile(shape, at)
  })(u)
}

/** The same, from a table: quick enough for a hundred thousand draws. */
export function drawerOf(of: Distribution, scale: MetalogScale): (u: number) => number {
  return quantilesOf(of, scale, betaTable)
}

type Quantile = (u: number) => number

function quantilesOf(of: Distribution, scale: MetalogScale, beta: (a: number, b: number) => Quantile): Quantile {
  if (typeof of === 'number') return () => of
  if ('p50' in of) {
    const metalog = metalogOf(of.p10, of.p50, of.p90, scale)
    return (u) => metalogQuantile(metalog, u)
  }
  if ('beta' in of) return beta(...of.beta)
  const [low, mode, high] = of.pert
  if (low === high) return () => mode
  const { a, b } = pertShapes(low, mode, high)
  const unit = beta(a, b)
  return (u) => low + (high - low) * unit(u)
}
