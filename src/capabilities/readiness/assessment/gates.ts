import type { Gate } from './assessment.ts'

/** What the gates look at. */
export interface Standing {
  /** F and R, 0 to 100. */
  readonly foundation: number
  readonly readiness: number
  /** Scores of two enablers, 0 to 100. */
  readonly patience: number
  readonly collaboration: number
  readonly legal: boolean | null
  /** Probability of critical mass, 0 to 1; null when it cannot be known. */
  readonly massProbability: number | null
}

export const FOUNDATION_GATE = 60
export const PATIENCE_GATE = 50
export const COLLABORATION_GATE = 40
export const MASS_GATE = 0.5

/** All gates, in the order in which they are read. What nobody answered is passed null. Expert assumption (§9a). */
export function gatesFor(standing: Standing): Gate[] {
  const { foundation, patience, legal, collaboration, massProbability } = standing
  return [
    atLeast('foundation', 'hard', foundation, FOUNDATION_GATE),
    atLeast('patience', 'hard', patience, PATIENCE_GATE),
    { id: 'legal', kind: 'hard', passed: legal, value: legal, threshold: true },
    atLeast('collaboration', 'soft', collaboration, COLLABORATION_GATE),
    atLeast('criticalMass', 'soft', massProbability, MASS_GATE),
  ]
}

function atLeast(id: Gate['id'], kind: Gate['kind'], value: number | null, threshold: number): Gate {
  return { id, kind, passed: value === null ? null : value >= threshold, value, threshold }
}
