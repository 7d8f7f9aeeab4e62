import type { Language } from '#platform/i18n/languages.ts'
import type { Distribution } from '../chance/distribution.ts'
import type { CaseInput, InputValue, ObjectiveKey, Problem } from './case.ts'
import { objectiveKeys } from './case.ts'
import { groups, inputsFor } from './groups.ts'
import { type BrandSize, brandSizes } from './inputs/row.ts'
import { type InputName, inputNames, isInputName, rowOf, usualCase, usualOf } from './inputs.ts'
import { Problems } from './problems.ts'
import { readCase } from './read-case.ts'
import { readInput } from './read-input.ts'
import type { GivenStall } from './stall-query.ts'
import { asPercent, fromPercent, spelled, type TypedNumber, typedNumber } from './typed-number.ts'

/** How an input is given: a range, one number, three quantiles, or the two shapes of a surveyed share. */
export const kinds = ['range', 'number', 'quantiles', 'beta'] as const
export type Kind = (typeof kinds)[number]

/** What stands in the form, by field: `sessions.low`, `sessions.kind`, `horizon`. Kept as typed, whatever it is. */
export interface CaseWords {
  readonly size: BrandSize
  readonly objectives: readonly ObjectiveKey[]
  readonly fields: Readonly<Record<string, string>>
}

/** What is wrong: by the name of an input or of one of the other fields. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export type ReadForm = { readonly input: CaseInput } | { readonly problems: readonly FieldProblem[] }

export const settings = ['horizon', 'discount', 'seed', 'runs'] as const
export type Setting = (typeof settings)[number]

export const field = (input: InputName, part: 'kind' | 'low' | 'mode' | 'high' | 'successes' | 'of'): string =>
  `${input}.${part}`

/** Benefits that two objectives would both count: a line each. */
export const MOST_OVERLAPS = 12
export const overlapField = (row: number, part: 'of' | 'countedIn' | 'share'): string => `overlap${row}.${part}`

/** Shares are typed as per cents. */
export const isPercent = (input: InputName): boolean => ['share', 'signed'].includes(rowOf(input).unit)

/** The objectives that a case begins with; all the others are a click away. */
export const firstObjectives: readonly ObjectiveKey[] = ['service', 'ideas', 'wordOfMouth', 'research']

/** The form as it begins for a brand of this size. */
export function firstWords(size: BrandSize, language: Language): CaseWords {
  return wordsOfCase({ ...usualCase(size), objectives: firstObjectives }, size, language)
}

/** A case as a filled form; what the case leaves out shows what is usual, so that it can be switched on. */
export function wordsOfCase(input: CaseInput, size: BrandSize, language: Language): CaseWords {
  const fields: Record<string, string> = {
    horizon: String(input.horizonMonths),
    discount: spelled(asPercent(input.discountRate), language),
    seed: String(input.seed),
    runs: String(input.runs),
  }
  const objectives = input.objectives ?? givenObjectives(input)
  for (const { inputs, objective } of groups) {
    for (const name of inputs) {
      const isOff = objective !== null && !objectives.includes(objective)
      const value = input.inputs[name] ?? (isOff || isUsual(name) ? usualOf(name, size) : 0)
      Object.assign(fields, wordsOfValue(name, value, language))
    }
  }
  for (const [row, { of, countedIn, share }] of (input.overlaps ?? []).slice(0, MOST_OVERLAPS).entries()) {
    fields[overlapField(row, 'of')] = of
    fields[overlapField(row, 'countedIn')] = countedIn
    fields[overlapField(row, 'share')] = spelled(asPercent(share), language)
  }
  return { size, objectives, fields }
}

/** The same form with another probability of stalling. */
export function wordsWithStall(words: CaseWords, stall: GivenStall, language: Language): CaseWords {
  const value: InputValue = typeof stall === 'number' ? stall : { pert: stall }
  return { ...words, fields: { ...words.fields, ...wordsOfValue('stall', value, language) } }
}

/** Untrusted fields of a form. Unknown names are dropped. */
export function wordsOfForm(body: unknown): CaseWords {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const known = [...settings, ...overlapFields, ...inputNames.flatMap((name) => PARTS.map((part) => field(name, part)))]
  const listed = [given.objectives].flat().filter((one) => typeof one === 'string')
  return {
    size: brandSizes.find((one) => one === given.size) ?? 'mid',
    objectives: objectiveKeys.filter((key) => listed.includes(key)),
    fields: Object.fromEntries(known.map((name) => [name, wordOf(given[name])])),
  }
}

/** The same as one text, to be carried along in another form and read again by `wordsOfFormBody`. */
export function asFormBody({ size, objectives, fields }: CaseWords): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return new URLSearchParams([['size', size], ...objectives.map((one) => ['objectives', one]), ...filled]).toString()
}

/** Untrusted. */
export function wordsOfFormBody(text: string): CaseWords {
  const given = new URLSearchParams(text.slice(0, 50_000))
  return wordsOfForm({ ...Object.fromEntries(given), objectives: given.getAll('objectives') })
}

/** The form as a case, or what is wrong with each field. Only objectives that are on are read. */
export function readCaseForm({ objectives, fields }: CaseWords, language: Language): ReadForm {
  const problems: FieldProblem[] = []
  const reader = new FormReader(fields, language, problems)
  const overlaps = reader.overlaps()
  const names = inputsFor(objectives, (name) => isNothing(name, fields))
  const inputs = Object.fromEntries(names.map((name) => [name, reader.input(name)]))
  const unread = {
    mode: 'monthly',
    horizonMonths: reader.number('horizon'),
    discountRate: reader.number('discount', true),
    seed: reader.number('seed'),
    runs: reader.number('runs'),
    objectives,
    inputs,
    ...(overlaps.length > 0 && { overlaps }),
  }
  if (objectives.length === 0) problems.push({ field: 'objectives', code: 'no-objective-chosen', values: {} })
  if (problems.length > 0) return { problems }
  const read = readCase(unread)
  return 'input' in read ? read : { problems: read.problems.map(besideField) }
}

const isNothing = (name: InputName, fields: CaseWords['fields']) =>
  fields[field(name, 'kind')] === 'number' && fields[field(name, 'mode')]?.trim() === '0'

/** The range of a row as it is typed now, to draw it; null while it does not read. */
export function distributionIn(fields: CaseWords['fields'], name: InputName, language: Language): Distribution | null {
  const problems: FieldProblem[] = []
  const value = new FormReader(fields, language, problems).input(name)
  const read = problems.length === 0 ? readInput(name, withoutMeasured(value), new Problems()) : undefined
  return (read as Distribution | undefined) ?? null
}

function withoutMeasured(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { measured: _, ...range } = value as { measured?: unknown }
  return range
}

const overlapFields = Array.from({ length: MOST_OVERLAPS }, (_, at) =>
  (['of', 'countedIn', 'share'] as const).map((part) => overlapField(at, part)),
).flat()

const PARTS = ['kind', 'low', 'mode', 'high', 'successes', 'of'] as const
const LONGEST = 40

const wordOf = (value: unknown): string =>
  (typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : '').slice(0, LONGEST)

/** Costs that are not in a file are 0, as the calculation takes them; all else shows what is usual. */
const isUsual = (name: InputName): boolean =>
  groups.find(({ name: group }) => group === 'costs')?.inputs.includes(name) !== true

const givenObjectives = (input: CaseInput): readonly ObjectiveKey[] =>
  groups.flatMap(({ objective, inputs }) =>
    objective !== null && inputs.some((name) => input.inputs[name] !== undefined) ? [objective] : [],
  )

function wordsOfValue(name: InputName, value: InputValue, language: Language): Record<string, string> {
  const say = (number: number | undefined) =>
    number === undefined ? '' : spelled(isPercent(name) ? asPercent(number) : number, language)
  const bare = (number: number) => spelled(number, language)
  const [kind, ...three]: [Kind, string, string, string] =
    typeof value === 'number'
      ? ['number', '', say(value), '']
      : 'pert' in value
        ? ['range', say(value.pert[0]), say(value.pert[1]), say(value.pert[2])]
        : 'beta' in value
          ? ['beta', bare(value.beta[0]), '', bare(value.beta[1])]
          : ['quantiles', say(value.p10), say(value.p50), say(value.p90)]
  const measured = typeof value === 'object' && 'measured' in value ? value.measured : undefined
  return {
    [field(name, 'kind')]: kind,
    [field(name, 'low')]: three[0],
    [field(name, 'mode')]: three[1],
    [field(name, 'high')]: three[2],
    [field(name, 'successes')]: measured ? String(measured.successes) : '',
    [field(name, 'of')]: measured ? String(measured.of) : '',
  }
}

/** Reads fields one by one and gathers what is wrong, once per input. */
class FormReader {
  readonly #fields: CaseWords['fields']
  readonly #language: Language
  readonly #problems: FieldProblem[]

  constructor(fields: CaseWords['fields'], language: Language, problems: FieldProblem[]) {
    this.#fields = fields
    this.#language = language
    this.#problems = problems
  }

  number(setting: Setting, isShare = false): number {
    return this.#read(setting, setting, isShare)
  }

  input(name: InputName): unknown {
    const kind = this.#fields[field(name, 'kind')]
    const part = (of: 'low' | 'mode' | 'high', isShare = isPercent(name)) => this.#read(name, field(name, of), isShare)
    switch (kind) {
      case 'number':
        return part('mode')
      case 'beta':
        return this.#measured(name, { beta: [part('low', false), part('high', false)] })
      case 'quantiles':
        return this.#measured(name, { p10: part('low'), p50: part('mode'), p90: part('high') })
      default:
        return this.#measured(name, { pert: [part('low'), part('mode'), part('high')] })
    }
  }

  /** Lines in which something was chosen or typed. */
  overlaps(): object[] {
    const word = (at: number, part: 'of' | 'countedIn' | 'share') => this.#fields[overlapField(at, part)]?.trim() ?? ''
    return Array.from({ length: MOST_OVERLAPS }, (_, at) => at)
      .filter((at) => word(at, 'of') || word(at, 'countedIn') || word(at, 'share'))
      .map((at) => ({
        of: word(at, 'of'),
        countedIn: word(at, 'countedIn'),
        share: this.#read('overlaps', overlapField(at, 'share'), true),
      }))
  }

  #measured(name: InputName, value: object): object {
    const [successes, of] = (['successes', 'of'] as const).map((part) => field(name, part))
    if (![successes, of].some((at) => this.#fields[at ?? '']?.trim())) return value
    const count = (at = '') => this.#read(name, at, false)
    return { ...value, measured: { successes: count(successes), of: count(of) } }
  }

  #read(owner: string, at: string, isShare: boolean): number {
    const typed = this.#fields[at] ?? ''
    const read: TypedNumber = typedNumber(typed, this.#language)
    if ('value' in read) return isShare ? fromPercent(read.value) : read.value
    if (!this.#problems.some((known) => known.field === owner)) {
      this.#problems.push({ field: owner, code: `number-${read.wrong}`, values: { typed: typed.trim().slice(0, 30) } })
    }
    return Number.NaN
  }
}

const SETTING_OF: Record<string, Setting> = {
  horizonMonths: 'horizon',
  discountRate: 'discount',
  seed: 'seed',
  runs: 'runs',
}

/** From `inputs.ask.pert` to the row that asks for it. */
function besideField({ field: path, code, values }: Problem): FieldProblem {
  const name = /^inputs\.(\w+)/.exec(path)?.[1] ?? ''
  if (isInputName(name)) return { field: name, code, values }
  return { field: path.startsWith('overlaps') ? 'overlaps' : (SETTING_OF[path] ?? 'objectives'), code, values }
}
