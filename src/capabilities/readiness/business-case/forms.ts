import type { Language } from '#platform/i18n/languages.ts'
import type { Distribution } from '../chance/distribution.ts'
import { type CaseInput, objectiveKeys, type Problem } from './case.ts'
import { type CaseWords, type FieldProblem, field, knownFields, type Setting } from './case-fields.ts'
import { FormReader } from './form-reader.ts'
import { inputsFor } from './groups.ts'
import { brandSizes } from './inputs/row.ts'
import { type InputName, isInputName } from './inputs.ts'
import { Problems } from './problems.ts'
import { readCase } from './read-case.ts'
import { readInput } from './read-input.ts'

export type ReadForm = { readonly input: CaseInput } | { readonly problems: readonly FieldProblem[] }

/** Untrusted fields of a form. Unknown names are dropped. */
export function wordsOfForm(body: unknown): CaseWords {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const listed = [given.objectives].flat().filter((one) => typeof one === 'string')
  return {
    size: brandSizes.find((one) => one === given.size) ?? 'mid',
    objectives: objectiveKeys.filter((key) => listed.includes(key)),
    fields: Object.fromEntries(knownFields.map((name) => [name, wordOf(given[name])])),
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

const LONGEST = 40

const wordOf = (value: unknown): string =>
  (typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : '').slice(0, LONGEST)

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
