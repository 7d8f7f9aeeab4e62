import { outcomeAtModes } from './at-modes.ts'
import { breakEvenOf } from './break-even.ts'
import type { CaseInput, CaseResult } from './case.ts'
import { flagsOf } from './flags.ts'
import { formulasOf } from './formulas.ts'
import { otherMethodsOf } from './other-methods.ts'
import { expectedNpvOf, npvOf, planOf } from './plan.ts'
import { simulate } from './simulate.ts'
import { teiOf } from './tei.ts'

export interface EvaluateOptions {
  /** Monte Carlo; true when left out. */
  readonly simulate?: boolean
  /** Rank correlations, tornado and the value of information; true when left out, and only with `simulate`. */
  readonly drivers?: boolean
}

/** The whole business case. Pure: the same input gives the same bytes everywhere. */
export function evaluateCase(input: CaseInput, options: EvaluateOptions = {}): CaseResult {
  const { mode, horizonMonths, discountRate, seed, runs } = input
  const head = { mode, horizonMonths, discountRate, seed, runs }
  if (mode === 'tei') {
    const tei = teiOf(input.tei ?? [], horizonMonths / 12, discountRate)
    return { ...head, objectives: [], inputs: [], flags: [], tei }
  }
  const plan = planOf(input)
  const breakEven = breakEvenOf(plan)
  const result = {
    ...head,
    objectives: plan.counted.map(({ objective }) => objective),
    inputs: plan.used,
    flags: flagsOf(input, plan, breakEven),
    atModes: outcomeAtModes(plan),
    stalledAtModes: { npv: npvOf(plan, plan.modes, plan.modes.stallCap) },
    expectedAtModes: { npv: expectedNpvOf(plan, plan.modes) },
    breakEven,
    otherMethods: otherMethodsOf(plan),
    formulas: formulasOf(plan),
  }
  if (options.simulate === false) return result
  return { ...result, simulation: simulate(plan, { runs, seed, drivers: options.drivers ?? true }) }
}
