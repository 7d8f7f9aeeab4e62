import type { TeiLine } from './case.ts'
import type { Problems } from './problems.ts'

const SHARE = { min: 0, max: 1 }
export const MOST_LINES = 100
export const TEI_NAMES = ['name', 'base', 'rates', 'lag', 'margin', 'riskAdjustment', 'roundTo'] as const

/** The lines of a TEI table over so many years. */
export function readTei(value: unknown, years: number, problems: Problems): readonly TeiLine[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_LINES) {
    problems.add('tei', 'list-between', { least: 1, most: MOST_LINES })
    return []
  }
  const before = problems.all.length
  const lines = value.flatMap((line, at) => readLine(`tei[${at}]`, line, years, problems) ?? [])
  if (problems.all.length === before && lines.every(({ base }) => base === 0)) problems.add('tei', 'all-zero')
  return lines
}

function readLine(field: string, value: unknown, years: number, problems: Problems): TeiLine | undefined {
  const line = problems.object(field, value, TEI_NAMES)
  if (!line) return undefined
  const optional = (name: string, bounds: { min: number; max: number; isWhole?: boolean }, usual?: number) =>
    Object.hasOwn(line, name) ? problems.number(`${field}.${name}`, line[name], bounds) : usual
  const lag = optional('lag', { min: 0, max: years - 1, isWhole: true }, 1)
  const name = typeof line.name === 'string' && line.name.trim() && line.name.length <= 200 ? line.name : undefined
  if (name === undefined) problems.add(`${field}.name`, 'name', { most: 200 })
  return {
    name: name ?? '',
    base: problems.number(`${field}.base`, line.base, { min: 0, max: 1e15 }) ?? 0,
    rates: readRates(`${field}.rates`, line.rates, years, lag ?? 0, problems),
    lag: lag ?? 0,
    margin: optional('margin', SHARE, 1) ?? 0,
    riskAdjustment: optional('riskAdjustment', SHARE, 0) ?? 0,
    roundTo: optional('roundTo', { min: 1e-6, max: 1 }),
  }
}

/** One list per rate. The last `lag` years of a rate are not used, and may be left out. */
function readRates(field: string, value: unknown, years: number, lag: number, problems: Problems) {
  const least = Math.max(1, years - lag)
  if (!Array.isArray(value) || value.length === 0 || value.length > 20) {
    problems.add(field, 'list-between', { least: 1, most: 20 })
    return []
  }
  return value.map((rate, at) => {
    const one = `${field}[${at}]`
    if (!Array.isArray(rate) || rate.length < least || rate.length > years) {
      problems.add(one, 'list-between', { least, most: years })
      return []
    }
    return rate.map((number, year) => problems.number(`${one}[${year}]`, number, SHARE) ?? 0)
  })
}
