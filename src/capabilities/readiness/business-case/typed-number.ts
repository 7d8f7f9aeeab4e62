import type { Language } from '#platform/i18n/languages.ts'

/** What somebody typed as a number, or why it is none. */
export type TypedNumber =
  | { readonly value: number }
  | { readonly wrong: 'empty' | 'comma' | 'thousands' | 'unreadable' }

/**
 * Reads a number as it is written in this language, and guesses nothing: what could mean two things is refused. Dutch
 * takes a comma or a point for decimals, but not a point before exactly three digits; English takes a point only.
 */
export function typedNumber(typed: string, language: Language): TypedNumber {
  const text = typed.trim()
  if (text === '') return { wrong: 'empty' }
  if (THOUSANDS.test(text) || (language === 'nl' && POINT_OR_THOUSANDS.test(text))) return { wrong: 'thousands' }
  if (language === 'en' && text.includes(',')) return { wrong: 'comma' }
  const plain = text.replace(',', '.')
  return PLAIN.test(plain) ? { value: Number(plain) } : { wrong: 'unreadable' }
}

/** A number as it is typed in this language: without separators between thousands, and read back as the very same. */
export function spelled(value: number, language: Language): string {
  const text = String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value)
  return language === 'nl' ? text.replace('.', ',') : text
}

/** 0.007 as 0.7 and back. By the digits, because 0.7 / 100 is not 0.007 in binary. */
export const asPercent = (share: number): number => shifted(share, 2)
export const fromPercent = (percent: number): number => shifted(percent, -2)

const PLAIN = /^-?\d{1,15}(\.\d{1,20})?$/
const THOUSANDS =
  /^-?\d{1,3}([.,' ]\d{3}){2,}([.,]\d+)?$|^-?\d{1,3}([.' ]\d{3})+,\d+$|^-?\d{1,3}([,' ]\d{3})+\.\d+$|\d[' ]\d/
const POINT_OR_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/

function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
