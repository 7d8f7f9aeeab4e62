import type { Decision, Gate, Reason } from './assessment.ts'
import { gatesFor, type Standing } from './gates.ts'

/** Below this there is no foundation, and no repair of enablers makes one. */
export const NO_FOUNDATION = 40
export const BAR = 70
export const PILOT_BAR = 50
export const NO_BAR = 30

export interface Decided {
  readonly decision: Decision
  readonly reason: Reason
}

/**
 * Own community now, a pilot, not yet, or no. An unknown probability of critical mass blocks nothing; unknown legal
 * blocks only "now". Expert assumption (§9a), with two corrections: a foundation below 40 is "no" whatever the enablers,
 * and what nobody knows is not a failure.
 */
export function decide(standing: Standing): Decided {
  const { foundation, readiness } = standing
  if (foundation < NO_FOUNDATION) return { decision: 'no', reason: 'weak-foundation' }
  if (readiness < NO_BAR) return { decision: 'no', reason: 'low-readiness' }
  const gates = gatesFor(standing)
  if (gates.some((gate) => gate.kind === 'hard' && gate.passed === false)) return notYet('hard-gate')
  if (readiness < PILOT_BAR) return notYet('below-pilot')
  const softFailures = gates.filter((gate) => gate.kind === 'soft' && gate.passed === false).length
  if (softFailures > 1) return notYet('soft-gates')
  return readiness < BAR ? pilot('below-bar') : clearing(gates, softFailures)
}

function clearing(gates: readonly Gate[], softFailures: number): Decided {
  if (softFailures > 0) return pilot('soft-gate')
  const unknown = gates.filter((gate) => gate.passed === null)
  if (unknown.some((gate) => gate.kind === 'hard')) return pilot('legal-unknown')
  return { decision: 'now', reason: unknown.length > 0 ? 'clears-known' : 'clears-all' }
}

function notYet(reason: Reason): Decided {
  return { decision: 'not-yet', reason }
}

function pilot(reason: Reason): Decided {
  return { decision: 'pilot', reason }
}
