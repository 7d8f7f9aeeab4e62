import { type Language, localeOf } from './languages.ts'

// Pure Intl, no Node: the browser words the same moments again with this file.

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in the words one would say: "zojuist", "12 min geleden", "gisteren", "3 dagen geleden", "12 nov". */
export function relativeTime(then: Date, now: Date, language: Language, zone: string): string {
  const passed = now.getTime() - then.getTime()
  if (Math.abs(passed) < minute) return language === 'nl' ? 'zojuist' : 'just now'
  if (Math.abs(passed) < hour) return minutesAgo(passed, language)
  if (Math.abs(passed) < day && sameDay(then, now, zone)) return hoursAgo(passed, language)
  const days = daysBetween(then, now, zone)
  if (Math.abs(days) === 1 && Math.abs(passed) < 6 * hour) return hoursAgo(passed, language)
  if (Math.abs(days) <= 6) return relative(language).format(-days, 'day')
  return shortDate(then, now, language, zone)
}

/** "maandag 23 november 2026 om 21:14", for whoever wants to know exactly. */
export function exactTime(then: Date, language: Language, zone: string): string {
  return worded(then, language, zone, 'exact')
}

/** "23 november 2026". */
export function fullDate(then: Date, language: Language, zone: string): string {
  return worded(then, language, zone, 'date')
}

/** "12 nov", and with the year when that is another one. */
export function shortDate(then: Date, now: Date, language: Language, zone: string): string {
  const sameYear = yearOf(then, zone) === yearOf(now, zone)
  return worded(then, language, zone, sameYear ? 'day' : 'dayAndYear').replace('.', '')
}

/** "21:14". */
export function clockTime(then: Date, language: Language, zone: string): string {
  return worded(then, language, zone, 'clock')
}

/** "maart 2022", as in "member since". */
export function monthAndYear(then: Date, language: Language, zone: string): string {
  return worded(then, language, zone, 'month')
}

/** A length of time in its largest fitting unit: "40 sec", "6 min", "2 uur", "3 dagen". */
export function duration(milliseconds: number, language: Language): string {
  const length = Math.max(0, milliseconds)
  if (length < 45_000) return `${Math.round(length / 1000)} sec`
  if (length < 90 * minute) return `${Math.max(1, Math.round(length / minute))} min`
  if (length < 36 * hour) return unit(Math.round(length / hour), 'hour', language)
  return unit(Math.round(length / day), 'day', language)
}

/** Today in the zone as "2026-11-23". */
export function dateKey(then: Date, zone: string): string {
  return worded(then, 'en', zone, 'key').split('/').reverse().join('-')
}

function minutesAgo(passed: number, language: Language): string {
  const minutes = Math.trunc(passed / minute)
  const words = language === 'nl' ? ['over', 'geleden'] : ['in', 'ago']
  return minutes < 0 ? `${words[0]} ${-minutes} min` : `${minutes} min ${words[1]}`
}

function hoursAgo(passed: number, language: Language): string {
  return relative(language).format(-Math.trunc(passed / hour), 'hour')
}

const units = new Map<string, Intl.NumberFormat>()

function unit(amount: number, name: 'hour' | 'day', language: Language): string {
  let format = units.get(`${language} ${name}`)
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: name, unitDisplay: 'long' })
    units.set(`${language} ${name}`, format)
  }
  return format.format(amount)
}

function sameDay(a: Date, b: Date, zone: string): boolean {
  return dateKey(a, zone) === dateKey(b, zone)
}

function daysBetween(then: Date, now: Date, zone: string): number {
  return Math.round((Date.parse(dateKey(now, zone)) - Date.parse(dateKey(then, zone))) / day)
}

function yearOf(then: Date, zone: string): string {
  return dateKey(then, zone).slice(0, 4)
}

const relatives = new Map<Language, Intl.RelativeTimeFormat>()

function relative(language: Language): Intl.RelativeTimeFormat {
  let format = relatives.get(language)
  if (!format) {
    format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
    relatives.set(language, format)
  }
  return format
}

const shapes = {
  exact: { dateStyle: 'full', timeStyle: 'short' },
  date: { dateStyle: 'long' },
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  clock: { timeStyle: 'short' },
  key: { day: '2-digit', month: '2-digit', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const wordings = new Map<string, string>()
const MOST_WORDINGS = 8_000

/** No shape tells seconds: the words are those of the minute, and a page asks for the same ones again and again. */
function worded(then: Date, language: Language, zone: string, shape: keyof typeof shapes): string {
  const name = `${Math.floor(then.getTime() / minute)} ${shape} ${language} ${zone}`
  const known = wordings.get(name)
  if (known !== undefined) return known
  const words = dateFormat(language, zone, shape).format(then)
  if (wordings.size >= MOST_WORDINGS) wordings.clear()
  wordings.set(name, words)
  return words
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, zone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const name = `${language} ${zone} ${shape}`
  let format = dateFormats.get(name)
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...shapes[shape], timeZone: zone })
    dateFormats.set(name, format)
  }
  return format
}
