import { type AssessmentInput, ENABLERS, type EnablerId, FOUNDATIONS, type FoundationId } from './assessment.ts'
import { WEIGHTS } from './items.ts'

/** Below this an enabler counts as this: a harmonic mean of nothing would be nothing, whatever else is there. */
export const FLOOR = 5

/** The answers as numbers, without how sure they are. */
export type Scores = Pick<AssessmentInput, 'foundations' | 'enablers'>

/**
 * F, 0 to 100: the best foundation, and a fifth of the next. One must carry; a second one helps.
 * Scores 0 to 100. Expert assumption (evidence §9a).
 */
export function foundationOf(foundations: Readonly<Record<FoundationId, number>>): number {
  let best = 0
  let next = 0
  for (const id of FOUNDATIONS) {
    next = Math.max(next, Math.min(best, foundations[id]))
    best = Math.max(best, foundations[id])
  }
  return Math.min(100, tidy(best + next / 5))
}

/**
 * E, 5 to 100: the weighted harmonic mean of the enablers, so that the weakest counts most.
 * Scores 0 to 100, each at least FLOOR. Expert assumption (evidence §9a).
 */
export function enablerOf(enablers: Readonly<Record<EnablerId, number>>): number {
  let sum = 0
  let weights = 0
  for (const id of ENABLERS) {
    sum += WEIGHTS[id] / Math.max(FLOOR, enablers[id])
    weights += WEIGHTS[id]
  }
  return tidy(weights / sum)
}

/** R = √(F·E), 0 to 100: enablers make up for no foundation, and the other way round. */
export function readinessOf(scores: Scores): number {
  return tidy(Math.sqrt(foundationOf(scores.foundations) * enablerOf(scores.enablers)))
}

/** To nine decimals: six enablers of 49 are 49, not 48.99999999999999, or a bar is missed by a rounding. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
