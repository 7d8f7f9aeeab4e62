import { type Language, localeOf } from '#platform/i18n/languages.ts'
import type { Distribution } from '../chance/distribution.ts'
import type { Unit } from './inputs/row.ts'
import { type InputName, rowOf } from './inputs.ts'

/** Whole euros, and cents where it is less than a hundred. Never broken at the end of a line. */
export function money(amount: number, language: Language): string {
  const digits = Math.abs(amount) >= 100 || amount === 0 ? 0 : Math.abs(amount) >= 1 ? 2 : 3
  const shape = { style: 'currency', currency: 'EUR', minimumFractionDigits: Math.min(digits, 2) } as const
  return format(language, { ...shape, maximumFractionDigits: digits }, amount)
}

/** Money in a tight place: "€ -396K". */
export function shortMoney(amount: number, language: Language): string {
  return format(language, { style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 }, amount)
}

export function plain(amount: number, language: Language, digits = 0): string {
  return format(language, { maximumFractionDigits: digits }, amount)
}

/** A share as per cents: whole, or as exact as asked. */
export function percent(share: number, language: Language, digits = 0): string {
  return format(language, { style: 'percent', maximumFractionDigits: digits }, share)
}

/** A probability, never rounded to certainty. */
export function chance(share: number, language: Language): string {
  if (share > 0 && share < 0.005) return `<${NO_BREAK_SPACE}${percent(0.01, language)}`
  if (share < 1 && share > 0.995) return `>${NO_BREAK_SPACE}${percent(0.99, language)}`
  return percent(share, language)
}

/** The value of an input in its own unit. */
export function inputValue(name: InputName, value: number, language: Language): string {
  return inUnit(rowOf(name).unit, value, language)
}

/** The range of an input, from lowest to highest, as one line. */
export function rangeOf(name: InputName, distribution: Distribution, language: Language): string {
  const say = (value: number) => inputValue(name, value, language)
  if (typeof distribution === 'number') return say(distribution)
  if ('pert' in distribution) return distribution.pert.map(say).join(' – ')
  if ('beta' in distribution) return `Beta(${distribution.beta.map((shape) => plain(shape, language, 2)).join('; ')})`
  return [distribution.p10, distribution.p50, distribution.p90].map(say).join(' – ')
}

function inUnit(unit: Unit, value: number, language: Language): string {
  if (unit === 'share' || unit === 'signed') return percent(value, language, 2)
  if (unit === 'money') return money(value, language)
  return plain(value, language, 3)
}

const NO_BREAK_SPACE = '\u00a0'
const WORD_JOINER = '\u2060'

const formats = new Map<string, Intl.NumberFormat>()

function format(language: Language, shape: Intl.NumberFormatOptions, amount: number): string {
  const name = `${language} ${JSON.stringify(shape)}`
  // Nobody reads "−0".
  const known = formats.get(name) ?? new Intl.NumberFormat(localeOf(language), { ...shape, signDisplay: 'negative' })
  formats.set(name, known)
  // A browser may end a line between a hyphen and a currency.
  return known.format(amount).replace(/^-(?=\D)/, `-${WORD_JOINER}`)
}
