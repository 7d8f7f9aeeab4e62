import type { Beta, Distribution, Pert, Quantiles } from '../chance/distribution.ts'
import { isIncreasing, metalogOf } from '../chance/metalog.ts'
import { canBeUpdated } from '../chance/survey.ts'
import type { InputValue, Measured } from './case.ts'
import { type InputName, rowOf } from './inputs.ts'
import { scaleOf } from './plan.ts'
import { isObject, type Problems } from './problems.ts'

export const SHAPES = { min: 0.01, max: 1e6 }
export const ANSWERS = { min: 0, max: 1e6, isWhole: true }
/** P90 may be at most so many times P10: beyond it three quantiles say nothing. */
export const WIDEST = 10_000

/** What a file says of one input: a number, or a range in one of three forms, and for a share what was measured. */
export function readInput(name: InputName, value: unknown, problems: Problems): InputValue | undefined {
  const field = `inputs.${name}`
  if (!isObject(value)) return problems.number(field, value, rowOf(name))
  const forms = ['pert', 'beta', 'p50'].filter((form) => Object.hasOwn(value, form))
  if (forms.length !== 1) return problems.add(field, 'not-a-range')
  const names = forms[0] === 'p50' ? ['p10', 'p50', 'p90'] : forms
  problems.object(field, value, [...names, 'measured'])
  const range = readRange(name, value, problems)
  if (range === undefined || !Object.hasOwn(value, 'measured')) return range
  const measured = readMeasured(name, range, value.measured, problems)
  return measured && { ...range, measured }
}

function readRange(name: InputName, value: Record<string, unknown>, problems: Problems): Ranged | undefined {
  if (Object.hasOwn(value, 'pert')) return readPert(name, value.pert, problems)
  if (Object.hasOwn(value, 'beta')) return readBeta(name, value.beta, problems)
  return readQuantiles(name, value, problems)
}

type Ranged = Exclude<Distribution, number>

function readPert(name: InputName, value: unknown, problems: Problems): Pert | undefined {
  const field = `inputs.${name}`
  const pert = problems.numbers(field, value, 3, rowOf(name))
  if (!pert) return undefined
  const [low, mode, high] = pert as [number, number, number]
  if (!(low <= mode && mode <= high)) return problems.add(field, 'pert-order', { low, mode, high })
  return { pert: [low, mode, high] }
}

function readBeta(name: InputName, value: unknown, problems: Problems): Beta | undefined {
  const field = `inputs.${name}`
  if (rowOf(name).unit !== 'share') return problems.add(field, 'beta-only-shares')
  const beta = problems.numbers(field, value, 2, SHAPES)
  return beta && { beta: beta as [number, number] }
}

function readQuantiles(name: InputName, value: Record<string, unknown>, problems: Problems): Quantiles | undefined {
  const field = `inputs.${name}`
  const [p10, p50, p90] = (['p10', 'p50', 'p90'] as const).map((key) =>
    problems.number(`${field}.${key}`, value[key], rowOf(name)),
  )
  if (p10 === undefined || p50 === undefined || p90 === undefined) return undefined
  const scale = scaleOf(name)
  if (!(p10 < p50 && p50 < p90)) return problems.add(field, 'quantiles-order', { p10, p50, p90 })
  if (scale === 'log' && p10 <= 0) return problems.add(field, 'quantiles-above-zero')
  if (scale === 'logit' && (p10 <= 0 || p90 >= 1)) return problems.add(field, 'quantiles-inside')
  if (scale === 'log' && p90 / p10 > WIDEST) return problems.add(field, 'quantiles-too-wide', { most: WIDEST })
  if (!isIncreasing(metalogOf(p10, p50, p90, scale))) return problems.add(field, 'quantiles-uneven', { p10, p50, p90 })
  return { p10, p50, p90 }
}

function readMeasured(name: InputName, range: Ranged, value: unknown, problems: Problems): Measured | undefined {
  const field = `inputs.${name}.measured`
  if (rowOf(name).unit !== 'share') return problems.add(field, 'measured-only-shares')
  if (!canBeUpdated(range)) return problems.add(field, 'measured-needs-range')
  const given = problems.object(field, value, ['successes', 'of'])
  if (!given) return undefined
  const successes = problems.number(`${field}.successes`, given.successes, ANSWERS)
  const of = problems.number(`${field}.of`, given.of, { ...ANSWERS, min: 1 })
  if (successes === undefined || of === undefined) return undefined
  return successes <= of ? { successes, of } : problems.add(field, 'measured-more-than-asked', { successes, of })
}
