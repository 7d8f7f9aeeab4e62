import { type Language, localeOf } from './languages.ts'

/** "1.234" in Dutch, "1,234" in English. */
export function count(amount: number, language: Language): string {
  return numberFormat(language, 'count').format(amount)
}

/** For tight places: "1,2K", "3,4 mln.". */
export function shortCount(amount: number, language: Language): string {
  return numberFormat(language, 'short').format(amount)
}

/** A share between 0 and 1 as whole per cents: "83%". */
export function percentage(share: number, language: Language): string {
  return numberFormat(language, 'percentage').format(share)
}

/** "640 kB", "8 MB". */
export function fileSize(bytes: number, language: Language): string {
  const large = bytes >= 1_000_000
  const amount = numberFormat(language, 'size').format(bytes / (large ? 1_000_000 : 1000))
  return `${amount} ${large ? 'MB' : 'kB'}`
}

const shapes = {
  count: {},
  short: { notation: 'compact', maximumFractionDigits: 1 },
  percentage: { style: 'percent', maximumFractionDigits: 0 },
  size: { maximumFractionDigits: 1 },
} satisfies Record<string, Intl.NumberFormatOptions>

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, shape: keyof typeof shapes): Intl.NumberFormat {
  const name = `${language} ${shape}`
  let format = formats.get(name)
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), shapes[shape])
    formats.set(name, format)
  }
  return format
}
