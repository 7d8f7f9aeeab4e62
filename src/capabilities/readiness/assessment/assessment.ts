/** What carries a community: real fans, a cause to stand for, a broad need to talk about. One of them must be strong. */
export const FOUNDATIONS = ['fans', 'cause', 'need'] as const
/** What a community runs on. None of them may be missing. */
export const ENABLERS = ['collaboration', 'content', 'patience', 'reach', 'capacity', 'measurement'] as const
export const ITEMS = [...FOUNDATIONS, ...ENABLERS] as const

export type FoundationId = (typeof FOUNDATIONS)[number]
export type EnablerId = (typeof ENABLERS)[number]
export type ItemId = (typeof ITEMS)[number]

/** What somebody answered. Scores are 0 to 100, 25 for each step of an anchored answer of 0 to 4. */
export interface AssessmentInput {
  readonly foundations: Readonly<Record<FoundationId, number>>
  readonly enablers: Readonly<Record<EnablerId, number>>
  /** How sure they are of each answer, 0 to 1; the questionnaire offers 0.5, 0.8 and 1. */
  readonly confidence: Readonly<Record<ItemId, number>>
  /** Law and privacy allow it: true, false, or nobody has asked (null). */
  readonly legal: boolean | null
  /** Customers who may be invited, each counted once. Null when nobody knows. */
  readonly contactable: number | null
  /** People who promised to be there from the first day. Null when nobody knows. */
  readonly founders: number | null
}

export const DECISIONS = ['now', 'pilot', 'not-yet', 'no'] as const
export type Decision = (typeof DECISIONS)[number]

/**
 * Which rule decided, for the sentence that explains it. Of several reasons against, the first in this order:
 * no: weak-foundation (below 40, whatever the enablers), low-readiness (below 30)
 * not-yet: hard-gate (one is failed), below-pilot (readiness below 50), soft-gates (both failed)
 * pilot: legal-unknown (all else says now), soft-gate (readiness says now, one soft gate failed), below-bar (below 70)
 * now: clears-all, or clears-known when the gate of critical mass is unknown
 */
export const REASONS = [
  ...(['weak-foundation', 'low-readiness', 'hard-gate', 'below-pilot', 'soft-gates'] as const),
  ...(['legal-unknown', 'soft-gate', 'below-bar', 'clears-all', 'clears-known'] as const),
]
export type Reason = (typeof REASONS)[number]

export const GATES = ['foundation', 'patience', 'legal', 'collaboration', 'criticalMass'] as const
export type GateId = (typeof GATES)[number]

/** Hard gates decide alone; one failed soft gate still leaves a pilot. Passed null: unknown, because nobody answered. */
export interface Gate {
  readonly id: GateId
  readonly kind: 'hard' | 'soft'
  readonly passed: boolean | null
  /** A score (0 to 100), the probability of critical mass (0 to 1), or for legal what was answered. */
  readonly value: number | boolean | null
  readonly threshold: number | true
}

/** One step more (25 points, at most to 100) on one item, all else as it is. */
export interface Step {
  readonly item: ItemId
  readonly from: number
  readonly to: number
  /** Points of readiness that it brings. */
  readonly gained: number
  readonly readiness: number
  readonly decision: Decision
}

/** Whether about 100 people a month and 300 posts a month can be there in month 3. */
export interface CriticalMass {
  /** 0 to 1. */
  readonly probability: number
  /** The founders who count: one community manager sustains 100 such relationships. */
  readonly foundersCounted: number
  /** Active people and posts in month 3, at the most likely values. */
  readonly expectedActive: number
  readonly expectedPosts: number
  /** What it hangs on, the strongest first. */
  readonly drivers: readonly CriticalMassDriver[]
  /** How many people one must be able to invite for even odds with these founders, rounded up to a thousand. */
  readonly contactableForEvenOdds: number
}

export const CRITICAL_MASS_INPUTS = ['founderActivity', 'visit', 'post', 'postsEach'] as const
export type CriticalMassInput = (typeof CRITICAL_MASS_INPUTS)[number]

export interface CriticalMassDriver {
  readonly input: CriticalMassInput
  /** The range assumed: least, most likely, most. */
  readonly range: readonly [number, number, number]
  /** The probability when this one input stands at its tenth, and at its ninetieth percentile. */
  readonly low: number
  readonly high: number
}

export interface Assessment {
  /** The version of the questions, anchors, weights and thresholds. */
  readonly instrument: number
  /** F, 0 to 100. */
  readonly foundation: number
  /** E, 5 to 100. */
  readonly enabler: number
  /** R, 0 to 100. */
  readonly readiness: number
  /** Between these nine times out of ten, given how sure the answers are. */
  readonly interval: { readonly p5: number; readonly p95: number }
  /** The probability that readiness clears the bar of 70. */
  readonly probabilityNow: number
  readonly decision: Decision
  readonly reason: Reason
  /** How often each decision would come out within what the answers leave open. They add up to 1. */
  readonly decisionChances: Readonly<Record<Decision, number>>
  readonly gates: readonly Gate[]
  /** One step more on each item that has room, what brings most first. */
  readonly steps: readonly Step[]
  /** The enablers below 75, lowest first: what to repair, in this order. */
  readonly repairs: readonly Step[]
  /** Null when `contactable` or `founders` is unknown. */
  readonly criticalMass: CriticalMass | null
}
