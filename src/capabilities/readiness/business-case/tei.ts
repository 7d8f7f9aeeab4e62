import type { TeiBenefit, TeiLine, TeiResult } from './case.ts'

/** Benefits of a published TEI table: yearly flows, discounted at the end of each year with 1 / (1 + r)^n. */
export function teiOf(lines: readonly TeiLine[], years: number, discountRate: number): TeiResult {
  const factors = factorsOf(years, discountRate)
  const benefits = lines.map((line) => benefitOf(line, factors))
  return {
    benefits,
    total: factors.map((_, at) => sum(benefits.map((one) => one.years[at] as number))),
    presentValue: sum(benefits.map(({ presentValue }) => presentValue)),
  }
}

function factorsOf(years: number, discountRate: number): readonly number[] {
  let factor = 1
  return Array.from({ length: years }, () => {
    factor /= 1 + discountRate
    return factor
  })
}

/**
 * Per year (base + last year's benefit) × the product of the rates `lag` years before, both before margin; so the first
 * `lag` years bring nothing. Then × margin × (1 − risk adjustment).
 */
function benefitOf(line: TeiLine, factors: readonly number[]): TeiBenefit {
  let before = 0
  const years = factors.map((_, at) => {
    before = at < line.lag ? 0 : (line.base + before) * productOf(line, at - line.lag)
    return before * line.margin * (1 - line.riskAdjustment)
  })
  return {
    name: line.name,
    years,
    total: sum(years),
    presentValue: sum(years.map((year, at) => year * (factors[at] as number))),
  }
}

function productOf({ rates, roundTo }: TeiLine, year: number): number {
  const product = rates.reduce((so, rate) => so * (rate[year] as number), 1)
  if (roundTo === undefined) return product
  const steps = 1 / roundTo
  // What is a half in decimals may lie a hair below it in binary; tables round it up.
  return Math.round(product * steps + 1e-9) / steps
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
