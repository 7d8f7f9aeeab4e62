import type { RowValues } from './rows.ts'

/** Why a row is left out, in words that follow "Posts.xml, line 12: ". */
export class RowProblem extends Error {}

export function idIn(values: RowValues, name: string): string {
  const text = values[name]
  if (text === undefined || text === '') throw new RowProblem(`has no ${name}`)
  if (!/^-?\d{1,15}$/.test(text)) throw new RowProblem(`${name} is no number: ${shown(text)}`)
  return String(Number(text))
}

export const optionalIdIn = (values: RowValues, name: string): string | null =>
  values[name] ? idIn(values, name) : null

/** Whole and not below zero; what cannot be read counts as nothing. */
export function countIn(values: RowValues, name: string): number {
  const count = Number(values[name] ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, 2_000_000_000) : 0
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?$/
const OLDEST = Date.UTC(1990, 0, 1)

/** Dumps write times in UTC without saying so. */
export function dateIn(values: RowValues, name: string, now: Date): Date {
  const text = values[name]
  if (text === undefined || text === '') throw new RowProblem(`has no ${name}`)
  const date = new Date(DATE.test(text) ? `${text.replace(/Z$/, '')}Z` : Number.NaN)
  if (Number.isNaN(+date)) throw new RowProblem(`${name} is no date: ${shown(text)}`)
  if (+date < OLDEST || date > now) throw new RowProblem(`${name} lies outside of what can be: ${shown(text)}`)
  return date
}

export const optionalDateIn = (values: RowValues, name: string, now: Date): Date | null =>
  values[name] ? dateIn(values, name, now) : null

/** `<a><b>` in older dumps, `|a|b|` in newer ones. */
export const tagsIn = (text: string): string[] => text.split(/[<>|]+/).filter(Boolean)

const shown = (text: string) => JSON.stringify(text.slice(0, 40))
