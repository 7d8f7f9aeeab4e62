import type { Language } from '#platform/i18n/languages.ts'
import {
  type CaseWords,
  type FieldProblem,
  field,
  isPercent,
  MOST_OVERLAPS,
  overlapField,
  type Setting,
} from './case-fields.ts'
import type { InputName } from './inputs.ts'
import { fromPercent, type TypedNumber, typedNumber } from './typed-number.ts'

/** Reads fields one by one and gathers what is wrong, once per input. */
export class FormReader {
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
