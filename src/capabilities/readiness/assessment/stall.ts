import type { Pert } from '../chance/distribution.ts'

/** The chance that a community which reached critical mass is still there when the horizon ends: an assumption. */
export const SURVIVAL: Pert['pert'] = [0.7, 0.85, 0.95]

/**
 * P(stall) = 1 − P(critical mass) · P(survival), all 0 to 1: what the business case takes for `stall` when critical mass
 * was computed. Otherwise its own prior holds, 0.10 / 0.35 / 0.60 (Deloitte 2008: 34 to 35 %). Source: evidence §9a.
 */
export function stallProbability(massProbability: number, survival: number = SURVIVAL[1]): number {
  return 1 - massProbability * survival
}

/** The same as a distribution for the business case: survival at its best, most likely and worst. */
export function stallFrom(massProbability: number): Pert {
  const [worst, likely, best] = SURVIVAL
  const at = (survival: number) => stallProbability(massProbability, survival)
  return { pert: [at(best), at(likely), at(worst)] }
}
