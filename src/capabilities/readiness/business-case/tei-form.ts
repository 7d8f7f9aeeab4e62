import type { Language } from '#platform/i18n/languages.ts'
import type { CaseInput, TeiLine } from './case.ts'
import type { FieldProblem } from './case-fields.ts'
import { readCase } from './read-case.ts'
import { asPercent, fromPercent, spelled, typedNumber } from './typed-number.ts'

/** One benefit as typed: rates a line each, a year each, in per cents. */
export const teiFields = ['name', 'base', 'rates', 'lag', 'margin', 'risk', 'round'] as const
export type TeiField = (typeof teiFields)[number]

export interface TeiWords {
  readonly years: string
  readonly discount: string
  readonly rows: readonly Readonly<Record<TeiField, string>>[]
}

export type ReadTeiForm = { readonly input: CaseInput } | { readonly problems: readonly FieldProblem[] }

export const teiField = (row: number, field: TeiField): string => `tei${row}.${field}`

/** Rows that the form offers beyond those that are filled. */
const SPARE = 2
const MOST_ROWS = 20
const LONGEST = 500

/** An example of the mechanics with numbers of our own. */
export function firstTeiWords(language: Language): TeiWords {
  const line: TeiLine = {
    name: language === 'nl' ? 'Voorbeeld: winst op verkoop na scholing' : 'Example: profit on sales after training',
    base: 1_000_000,
    rates: [
      [0.2, 0.25, 0.3],
      [0.3, 0.3, 0.3],
      [0.5, 0.5, 0.5],
    ],
    lag: 1,
    margin: 0.1,
    riskAdjustment: 0.2,
    roundTo: 0.001,
  }
  return wordsOf([line], 36, 0.1, language)
}

export const teiWordsOfCase = (input: CaseInput, language: Language): TeiWords =>
  wordsOf(input.tei ?? [], input.horizonMonths, input.discountRate, language)

/** Untrusted fields. */
export function teiWordsOfForm(body: unknown): TeiWords {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const word = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, LONGEST) : '')
  const rows = Array.from({ length: MOST_ROWS }, (_, row) =>
    record((name) => word(teiField(row, name)).replaceAll('\r\n', '\n')),
  )
  const last = rows.findLastIndex((row) => !isEmpty(row))
  return { years: word('years'), discount: word('discount'), rows: withSpare(rows.slice(0, last + 1)) }
}

/** The form as a case of mode `tei`, or what is wrong with each field; rows that are wholly empty are left out. */
export function readTeiForm({ years, discount, rows }: TeiWords, language: Language): ReadTeiForm {
  const problems: FieldProblem[] = []
  const read = (field: string, typed: string, isShare = false): number => {
    const number = typedNumber(typed, language)
    if ('value' in number) return isShare ? fromPercent(number.value) : number.value
    if (!problems.some((one) => one.field === field)) {
      problems.push({ field, code: `number-${number.wrong}`, values: { typed: typed.trim().slice(0, 30) } })
    }
    return Number.NaN
  }
  const filled = rows.flatMap((row, at) => (isEmpty(row) ? [] : [at]))
  const tei = filled.map((at) => {
    const row = rows[at] as TeiWords['rows'][number]
    const number = (field: TeiField, isShare = false) => read(teiField(at, field), row[field], isShare)
    const rates = row.rates.split('\n').filter((line) => line.trim() !== '')
    return {
      name: row.name,
      base: number('base'),
      rates: rates.map((line) => partsOf(line).map((part) => read(teiField(at, 'rates'), part, true))),
      ...(row.lag.trim() && { lag: number('lag') }),
      ...(row.margin.trim() && { margin: number('margin', true) }),
      ...(row.risk.trim() && { riskAdjustment: number('risk', true) }),
      ...(row.round.trim() && { roundTo: number('round', true) }),
    }
  })
  const horizonMonths = 12 * read('years', years)
  const unread = { mode: 'tei', horizonMonths, discountRate: read('discount', discount, true), tei }
  if (problems.length > 0) return { problems }
  const made = readCase(unread)
  return 'input' in made ? made : { problems: made.problems.map((problem) => besideField(problem, filled)) }
}

const partsOf = (line: string): string[] =>
  line
    .trim()
    .split(/\s*[;|]\s*|\s+/)
    .filter(Boolean)

const record = (word: (field: TeiField) => string) =>
  Object.fromEntries(teiFields.map((field) => [field, word(field)])) as Record<TeiField, string>

const isEmpty = (row: TeiWords['rows'][number]): boolean => teiFields.every((field) => row[field].trim() === '')

const withSpare = (rows: TeiWords['rows']): TeiWords['rows'] =>
  [...rows, ...Array.from({ length: SPARE }, () => record(() => ''))].slice(0, MOST_ROWS)

function wordsOf(lines: readonly TeiLine[], months: number, discount: number, language: Language): TeiWords {
  const share = (value: number) => spelled(asPercent(value), language)
  const rows = lines.map((line) => ({
    name: line.name,
    base: spelled(line.base, language),
    rates: line.rates.map((rate) => rate.map(share).join(' ; ')).join('\n'),
    lag: String(line.lag),
    margin: share(line.margin),
    risk: share(line.riskAdjustment),
    round: line.roundTo === undefined ? '' : share(line.roundTo),
  }))
  return { years: String(months / 12), discount: share(discount), rows: withSpare(rows) }
}

const FIELDS: Record<string, TeiField> = { riskAdjustment: 'risk', roundTo: 'round' }

/** From `tei[0].rates[1][2]` to the field that asks for it. */
function besideField({ field, code, values }: FieldProblem, filled: readonly number[]): FieldProblem {
  const [, at, name = 'name'] = /^tei\[(\d+)\](?:\.(\w+))?/.exec(field) ?? []
  if (at !== undefined) {
    return { field: teiField(filled[Number(at)] ?? 0, FIELDS[name] ?? (name as TeiField)), code, values }
  }
  const whole = { horizonMonths: 'years', discountRate: 'discount' }[field]
  return { field: whole ?? teiField(0, 'name'), code, values }
}
