import { type Language, localeOf } from '#platform/i18n/languages.ts'

// A score is never shown higher than it is: 69.9 has not cleared the bar of 70.
const shapes = {
  score: { maximumFractionDigits: 0, roundingMode: 'floor' },
  exact: { minimumFractionDigits: 1, maximumFractionDigits: 1, roundingMode: 'floor' },
  gained: { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  percent: { style: 'percent', maximumFractionDigits: 1 },
  euros: { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
} satisfies Record<string, Intl.NumberFormatOptions>

/** "46", "46,3", "+4,1", "2,5%", "€ 108.188": a figure as it is written in this language. */
export function figure(value: number, shape: keyof typeof shapes, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), shapes[shape])
    .format(shape === 'score' || shape === 'exact' ? value + 1e-6 : value)
    .replace('-', '−')
}
