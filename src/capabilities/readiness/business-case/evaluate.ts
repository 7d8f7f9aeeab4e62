import type { CaseInput, CaseResult } from './case.ts'

export interface EvaluateOptions {
  /** Monte Carlo; true when left out. */
  readonly simulate?: boolean
  /** Rank correlations, tornado and the value of information; true when left out, and only with `simulate`. */
  readonly drivers?: boolean
}

/** The whole business case. Pure: the same input gives the same bytes everywhere. */
export function evaluateCase(_input: CaseInput, _options: EvaluateOptions = {}): CaseResult {
  throw new Error('Not yet')
}
