import type { CaseResult } from './case.ts'

/** How it looks, in one word; the sentence is `business-case.page.verdict.<word>`. */
export type Verdict = 'pays' | 'rather-pays' | 'open' | 'rather-not' | 'does-not-pay'

/**
 * From the probability that the NPV is above zero: 80 % and more pays, below 20 % does not. Without a simulation from the
 * expected NPV at modes, which cannot say more than "rather". The limits are a choice, said on the page.
 */
export function verdictOf({ simulation, expectedAtModes }: CaseResult): Verdict {
  if (!simulation) return (expectedAtModes?.npv ?? 0) > 0 ? 'rather-pays' : 'rather-not'
  const probability = simulation.probabilityPositive
  if (probability >= 0.8) return 'pays'
  if (probability >= 0.6) return 'rather-pays'
  if (probability >= 0.4) return 'open'
  return probability >= 0.2 ? 'rather-not' : 'does-not-pay'
}
