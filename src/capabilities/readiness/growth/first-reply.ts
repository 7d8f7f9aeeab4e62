import { exp, ln, power } from '../chance/exact.ts'

/** Spread of the first reply's time, as the standard deviation of its logarithm. */
export const REPLY_SIGMA = 2

/** Minutes until half of the replies are there: excellent (Stack Overflow, Mamykina 2011), and young (assumption). */
export const medianReply = { excellent: 11, young: 360 } as const

/** Share answered that goes with them: 92.6 % on Stack Overflow, 44 % at the launch of Microsoft's developer forums. */
const coverage = { excellent: 0.926, young: 0.44 } as const

/**
 * What one active helper does in a month: P(reply) = 1 − e^(−c · active helpers / open questions). Calibrated so that
 * members answer 90 % of the questions of month 24 in the reference community (grow.test.ts does it again).
 */
export const HELPFULNESS = 2.63

/** The chance, 0 to 1, that members answer a question within the month. None are open: 1. */
export function chanceOfReply(helpers: number, openQuestions: number, c = HELPFULNESS): number {
  return openQuestions <= 0 ? 1 : 1 - exp((-c * helpers) / openQuestions)
}

/** The share of first replies, 0 to 1, that are there within so many minutes: a lognormal with this median. */
export function repliedWithin(minutes: number, median: number): number {
  return minutes <= 0 ? 0 : normal(ln(minutes / median) / REPLY_SIGMA)
}

/** The mean in minutes. Far above the median, so the two must never be compared. */
export function meanReply(median: number): number {
  return median * exp(REPLY_SIGMA ** 2 / 2)
}

/**
 * The median in minutes that goes with a share answered, between 11 minutes at 92.6 % and 6 hours at 44 %, even steps
 * of the logarithm between them. The two ends are observed in two places; that they hang together is an assumption.
 */
export function medianReplyFor(answered: number): number {
  const way = (answered - coverage.young) / (coverage.excellent - coverage.young)
  const bounded = Math.min(1, Math.max(0, way))
  return medianReply.young * power(medianReply.excellent / medianReply.young, bounded)
}

/** The standard normal distribution; Abramowitz & Stegun 26.2.17, off by at most 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const upper = (exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
  return z >= 0 ? 1 - upper : upper
}
