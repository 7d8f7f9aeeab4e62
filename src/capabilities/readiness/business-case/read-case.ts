import { mistakeIn } from '../json-mistake.ts'
import { repeatedNames } from '../repeated-names.ts'
import { type CaseInput, type ObjectiveKey, type Overlap, objectiveKeys, type Problem } from './case.ts'
import { rampInputs } from './inputs/cost.ts'
import { FIRST_SEED, type InputName, isInputName, nearestInput, rowOf, USUAL_RUNS } from './inputs.ts'
import { countedObjectives, missingInputs, objectives, partsGiven } from './objectives.ts'
import { isObject, Problems } from './problems.ts'
import { readInput } from './read-input.ts'
import { readTei } from './read-tei.ts'

export type ReadCase = { readonly input: CaseInput } | { readonly problems: readonly Problem[] }

export const MOST_CHARACTERS = 1_000_000
export const HORIZON = { min: 12, max: 60, isWhole: true }
export const DISCOUNT = { min: 0, max: 1 }
export const SEED = { min: 0, max: 4_294_967_295, isWhole: true }
export const RUNS = { min: 100, max: 1_000_000, isWhole: true }
const NAMES = ['$schema', 'mode', 'horizonMonths', 'discountRate', 'seed', 'runs']
const MONTHLY = ['objectives', 'inputs', 'overlaps']
const TEI = ['tei']

/** The same from the text of a file; what is too long is not read at all. */
export function readCaseText(text: string): ReadCase {
  const problems = new Problems()
  if (text.length > MOST_CHARACTERS) problems.add('', 'too-long', { most: MOST_CHARACTERS })
  else if (text.trim() === '') problems.add('', 'empty')
  if (problems.all.length > 0) return { problems: problems.all }
  const json = parse(text.replace(/^\uFEFF/, ''), problems)
  return problems.all.length > 0 ? { problems: problems.all } : readCase(json)
}

function parse(text: string, problems: Problems): unknown {
  try {
    const json: unknown = JSON.parse(text)
    for (const name of repeatedNames(text)) problems.add(name, 'repeated')
    return json
  } catch (error) {
    const { line, field = '' } = mistakeIn(text, (error as Error).message)
    return problems.add(field, 'not-json', { line })
  }
}

/**
 * Reads what somebody wrote. Nothing is corrected: what does not fit is a problem that names the field. What may be left
 * out gets its usual value: mode `monthly`, 36 months, 10 % a year, 100,000 runs.
 */
export function readCase(json: unknown): ReadCase {
  const problems = new Problems()
  const file = problems.object('', json, [...NAMES, ...MONTHLY, ...TEI])
  if (!file) return { problems: problems.all }
  const number = (name: string, bounds: { min: number; max: number }, usual: number) =>
    Object.hasOwn(file, name) ? (problems.number(name, file[name], bounds) ?? usual) : usual
  const mode = Object.hasOwn(file, 'mode') ? problems.oneOf('mode', file.mode, ['monthly', 'tei']) : 'monthly'
  const horizonMonths = number('horizonMonths', HORIZON, 36)
  const head = {
    mode: mode ?? 'monthly',
    horizonMonths,
    discountRate: number('discountRate', DISCOUNT, 0.1),
    seed: number('seed', SEED, FIRST_SEED),
    runs: number('runs', RUNS, USUAL_RUNS),
  }
  const body = mode === 'tei' ? teiOf(file, horizonMonths, problems) : monthlyOf(file, problems)
  return problems.all.length > 0 ? { problems: problems.all } : { input: { ...head, ...body } }
}

type File = Record<string, unknown>

/** A risk adjustment and a simulation of the same money would count its uncertainty twice: a file has one or the other. */
function teiOf(file: File, horizonMonths: number, problems: Problems): Pick<CaseInput, 'inputs' | 'tei'> {
  for (const name of MONTHLY) if (Object.hasOwn(file, name) && !isEmpty(file[name])) problems.add(name, 'not-in-tei')
  if (horizonMonths % 12 !== 0) problems.add('horizonMonths', 'whole-years')
  return { inputs: {}, tei: readTei(file.tei, Math.floor(horizonMonths / 12), problems) }
}

const isEmpty = (value: unknown) => isObject(value) && Object.keys(value).length === 0

function monthlyOf(file: File, problems: Problems): Pick<CaseInput, 'inputs' | 'objectives' | 'overlaps'> {
  if (Object.hasOwn(file, 'tei')) problems.add('tei', 'only-in-tei')
  const asked = Object.hasOwn(file, 'objectives') ? readObjectives(file.objectives, problems) : undefined
  const inputs = readInputs(file.inputs, problems)
  const overlaps = Object.hasOwn(file, 'overlaps') ? readOverlaps(file.overlaps, problems) : undefined
  if (isObject(file.inputs)) checkWhole(file.inputs, asked, problems)
  return { inputs, ...(asked && { objectives: asked }), ...(overlaps && { overlaps }) }
}

function readInputs(value: unknown, problems: Problems): CaseInput['inputs'] {
  const read: CaseInput['inputs'] = {}
  if (!isObject(value)) {
    problems.add('inputs', value === undefined ? 'no-inputs' : 'not-an-object')
    return read
  }
  for (const [name, one] of Object.entries(value)) {
    if (isInputName(name)) read[name] = readInput(name, one, problems)
    else addUnknown(name, problems)
  }
  return read
}

function addUnknown(name: string, problems: Problems): void {
  if (problems.isFull) return
  const nearest = nearestInput(name)
  if (nearest) problems.add(`inputs.${name}`, 'unknown-input-like', { nearest })
  else problems.add(`inputs.${name}`, 'unknown-input')
}

function readObjectives(value: unknown, problems: Problems): readonly ObjectiveKey[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > objectiveKeys.length) {
    return problems.add('objectives', 'list-between', { least: 1, most: objectiveKeys.length })
  }
  const keys = value.map((one, at) => problems.oneOf(`objectives[${at}]`, one, objectiveKeys))
  if (new Set(keys).size < keys.length) problems.add('objectives', 'twice')
  return keys.filter((key) => key !== undefined)
}

function readOverlaps(value: unknown, problems: Problems): readonly Overlap[] | undefined {
  if (!Array.isArray(value) || value.length > 100)
    return problems.add('overlaps', 'list-between', { least: 0, most: 100 })
  return value.flatMap((one, at) => {
    const field = `overlaps[${at}]`
    const given = problems.object(field, one, ['of', 'countedIn', 'share'])
    if (!given) return []
    const of = problems.oneOf(`${field}.of`, given.of, objectiveKeys)
    const countedIn = problems.oneOf(`${field}.countedIn`, given.countedIn, objectiveKeys)
    const share = problems.number(`${field}.share`, given.share, { min: 0, max: 1 })
    if (of === undefined || countedIn === undefined || share === undefined) return []
    if (of === countedIn) problems.add(field, 'overlap-itself')
    return [{ of, countedIn, share }]
  })
}

/** What no single field shows: something missing, two views of the same money, nothing at all. */
function checkWhole(inputs: File, asked: readonly ObjectiveKey[] | undefined, problems: Problems): void {
  const counted = countedObjectives(asked, inputs)
  if (counted.length === 0 && !asked) problems.add('inputs', 'no-objective')
  for (const name of missingInputs(counted, inputs)) addMissing(name, counted, problems)
  for (const key of counted) {
    if (objectives[key].areAlternatives && partsGiven(key, inputs).length > 1) {
      const [first, second] = objectives[key].parts.map(({ own }) => own[0] as InputName)
      problems.add(`inputs.${second}`, 'alternatives', { other: first as string })
    }
  }
  const numbers = Object.entries(inputs).filter(([name]) => isAmount(name))
  if (numbers.length > 0 && numbers.every(([, value]) => isNothing(value))) problems.add('inputs', 'all-zero')
}

function addMissing(name: InputName, counted: readonly ObjectiveKey[], problems: Problems): void {
  const of = counted.find((key) =>
    objectives[key].parts.some(({ own, shared }) => own.includes(name) || shared.includes(name)),
  )
  problems.add(`inputs.${name}`, 'missing', { of: of ?? 'staffTime' })
}

/** Not what shapes the growth, nor what can never be 0: without an amount those bring nothing. */
const isAmount = (name: string): boolean =>
  !isInputName(name) || (rowOf(name).min <= 0 && !Object.hasOwn(rampInputs, name))

/** 0, or a range from 0 to 0. */
function isNothing(value: unknown): boolean {
  if (!isObject(value)) return value === 0
  return Array.isArray(value.pert) && value.pert.every((one) => one === 0)
}
