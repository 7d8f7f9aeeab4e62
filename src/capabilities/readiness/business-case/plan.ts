import { type Distribution, isCertain, modeOf, quantileOf } from '../chance/distribution.ts'
import type { MetalogScale } from '../chance/metalog.ts'
import { canBeUpdated, updatedBySurvey } from '../chance/survey.ts'
import { benefits, type Values } from './benefits.ts'
import type { BenefitKind, CaseInput, InputValue, ObjectiveKey, UsedInput } from './case.ts'
import { fixedCostOf, growingCostOf } from './costs.ts'
import { checkInputs } from './inputs/contacts.ts'
import { costInputs, rampInputs } from './inputs/cost.ts'
import { type InputName, inputNames, rowOf, usualOf } from './inputs.ts'
import { discountsOf, rampWorth } from './month.ts'
import { countedObjectives, objectives, partsGiven } from './objectives.ts'

/** A case made ready for calculating many times. */
export interface Plan {
  readonly horizonMonths: number
  readonly counted: readonly Counted[]
  readonly used: readonly UsedInput[]
  readonly uncertain: readonly Uncertain[]
  /** Every input at its mode. */
  readonly modes: Values
  readonly discounts: Float64Array
  /** Present value of 1 a month. */
  readonly discountSum: number
}

export interface Counted {
  readonly objective: ObjectiveKey
  readonly kind: BenefitKind
  /** What is left after taking off what other objectives count. */
  readonly keep: number
  readonly monthly: (v: Values) => number
}

export interface Uncertain {
  readonly input: InputName
  readonly distribution: Distribution
  readonly scale: MetalogScale
  readonly p10: number
  readonly p90: number
}

export function planOf(input: CaseInput): Plan {
  const counted = countedObjectives(input.objectives, input.inputs)
  const used = usedInputs(input, counted)
  const discounts = discountsOf(input.discountRate, input.horizonMonths)
  return {
    horizonMonths: input.horizonMonths,
    counted: counted.map((key) => countedOf(key, input, counted)),
    used,
    uncertain: used.filter(isUncertain).map(uncertainOf),
    modes: modesOf(used),
    discounts,
    discountSum: discounts.reduce((sum, discount) => sum + discount, 0),
  }
}

/** NPV with these values when the volume grows to `cap` of what it might. */
export function npvOf(plan: Plan, v: Values, cap: number): number {
  const worth = rampWorth(v.t50, v.kappa, cap, plan.discounts)
  let monthly = -growingCostOf(v)
  for (const { keep, monthly: of } of plan.counted) monthly += keep * of(v)
  return worth * monthly - plan.discountSum * fixedCostOf(v) - v.oneOff
}

/** (1 − stall) · NPV + stall · NPV stalled. */
export function expectedNpvOf(plan: Plan, v: Values): number {
  return (1 - v.stall) * npvOf(plan, v, 1) + v.stall * npvOf(plan, v, v.stallCap)
}

export const scaleOf = (name: InputName): MetalogScale => {
  const { unit } = rowOf(name)
  if (unit === 'share') return 'logit'
  return unit === 'signed' ? 'plain' : 'log'
}

function countedOf(key: ObjectiveKey, input: CaseInput, counted: readonly ObjectiveKey[]): Counted {
  const { kind } = objectives[key]
  const overlaps = (input.overlaps ?? []).filter((one) => one.of === key && counted.includes(one.countedIn))
  const keep = overlaps.reduce((left, { share }) => left * (1 - share), 1)
  return { objective: key, kind, keep, monthly: benefits[key] }
}

/** In the order of the table. */
function usedInputs(input: CaseInput, counted: readonly ObjectiveKey[]): readonly UsedInput[] {
  const parts = counted.flatMap((key) => partsGiven(key, input.inputs))
  const names = new Set<string>([
    ...parts.flatMap(({ own, shared, may }) => [...own, ...shared, ...may]),
    ...Object.keys(rampInputs),
    ...Object.keys(costInputs),
    ...['sessions', 'ask', ...Object.keys(checkInputs)].filter((name) => Object.hasOwn(input.inputs, name)),
  ])
  return inputNames.filter((name) => names.has(name)).map((name) => usedInput(name, input.inputs[name]))
}

function usedInput(name: InputName, value: InputValue | undefined): UsedInput {
  if (value !== undefined) return { input: name, given: 'file', ...distributionOf(name, value) }
  if (Object.hasOwn(rampInputs, name)) {
    return { input: name, given: 'default', ...inFigures(name, usualOf(name, 'mid')) }
  }
  return { input: name, given: 'zero', ...inFigures(name, 0) }
}

function distributionOf(name: InputName, value: InputValue) {
  if (typeof value === 'number' || !('measured' in value)) return inFigures(name, value)
  const { measured, ...prior } = value
  if (!canBeUpdated(prior)) return inFigures(name, prior)
  const { posterior, priorWorth, mean } = updatedBySurvey(prior, measured.successes, measured.of)
  return { ...inFigures(name, posterior), measured: { ...measured, prior, priorWorth, mean } }
}

function inFigures(name: InputName, distribution: Distribution) {
  const at = (u: number) => quantileOf(distribution, u, scaleOf(name))
  return { distribution, mode: modeOf(distribution), p10: at(0.1), p90: at(0.9) }
}

/** What a claim is only held against has no part in the result. */
const isUncertain = ({ input, distribution }: UsedInput) =>
  !isCertain(distribution) && !Object.hasOwn(checkInputs, input)

function uncertainOf({ input, distribution, p10, p90 }: UsedInput): Uncertain {
  return { input, distribution, scale: scaleOf(input), p10, p90 }
}

function modesOf(used: readonly UsedInput[]): Values {
  const modes = Object.fromEntries(inputNames.map((name) => [name, 0])) as Values
  for (const { input, mode } of used) modes[input] = mode
  return modes
}
