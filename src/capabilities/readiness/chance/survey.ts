import { type Beta, type Distribution, meanOf, type Pert } from './distribution.ts'
import { pertVariance } from './pert.ts'

/** A prior after a survey, and how many answers the prior was worth. */
export interface Updated {
  readonly posterior: Beta
  readonly priorWorth: number
  readonly mean: number
}

/**
 * A range for a share, updated by `successes` of `of` answers: the Beta with the same mean μ and variance is worth
 * n₀ = μ(1 − μ) / variance − 1 answers, and the mean afterwards is (n₀ μ + successes) / (n₀ + of).
 */
export function updatedBySurvey(prior: Pert | Beta, successes: number, of: number): Updated {
  const mean = meanOf(prior)
  const priorWorth = 'beta' in prior ? prior.beta[0] + prior.beta[1] : worthOf(mean, pertVariance(...prior.pert))
  const a = priorWorth * mean + successes
  const b = priorWorth * (1 - mean) + of - successes
  return { posterior: { beta: [a, b] }, priorWorth, mean: a / (a + b) }
}

const worthOf = (mean: number, variance: number) => (mean * (1 - mean)) / variance - 1

/** Only a range with two different ends can be updated: a number is certain, and three quantiles have no Beta. */
export const canBeUpdated = (prior: Distribution): prior is Pert | Beta =>
  typeof prior !== 'number' && ('beta' in prior || ('pert' in prior && prior.pert[0] < prior.pert[2]))
