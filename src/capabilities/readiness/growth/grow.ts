import { betaQuantile, betaShape } from '../chance/beta.ts'
import { pertShapes } from '../chance/pert.ts'
import { quantile } from '../chance/quantile.ts'
import { streamOf, toUnit } from '../chance/streams.ts'
import { type DrawnName, drawn } from './assumptions.ts'
import {
  type Band,
  type Figure,
  figures,
  GROWTH_MONTHS,
  type GrowthInput,
  type GrowthMonth,
  type MonthFigures,
} from './growth.ts'
import type { Draw } from './poisson.ts'
import { type Drawn, runOnce } from './run.ts'

export interface GrowOptions {
  readonly months?: number
  readonly runs?: number
  readonly seed?: number
  readonly helpfulness?: number
}

export const RUNS = 40

/** People followed one by one, over all runs together: keeps the work bounded, whatever is asked. */
const MOST_PEOPLE = 160_000

/**
 * How a community may grow: several runs by chance, and per month what came of them. The same seed gives the same
 * bytes. Takes some 50 ms for 40 runs of 36 months, however large the numbers.
 */
export function grow(input: GrowthInput, options: GrowOptions = {}): GrowthMonth[] {
  const { months = GROWTH_MONTHS, runs = RUNS, seed = 1, helpfulness } = options
  const mostPeople = Math.floor(MOST_PEOPLE / runs)
  const lives = Array.from({ length: runs }, (_, run) =>
    runOnce(input, drawnFor(seed, run), drawsOf(seed, `growth people ${run}`), { months, mostPeople, helpfulness }),
  )
  return Array.from({ length: months }, (_, at) => ({
    month: at + 1,
    figures: bandsOf(lives.map((life) => life[at] as MonthFigures)),
  }))
}

/** What a run is about: each number by a stream of its own, so that a new one shifts no other. */
function drawnFor(seed: number, run: number): Drawn {
  const names = Object.keys(drawn) as DrawnName[]
  return Object.fromEntries(
    names.map((name) => {
      const [low, mode, high] = drawn[name]
      const { a, b } = pertShapes(low, mode, high)
      const part = betaQuantile(betaShape(a, b), drawsOf(seed, `growth ${name} ${run}`)())
      return [name, low + (high - low) * part]
    }),
  ) as Drawn
}

function bandsOf(lives: readonly MonthFigures[]): Readonly<Record<Figure, Band>> {
  const bands = figures.map((figure) => [figure, bandOf(lives.map((life) => life[figure]))] as const)
  return Object.fromEntries(bands) as Record<Figure, Band>
}

function bandOf(values: readonly number[]): Band {
  const sorted = Float64Array.from(values).sort()
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}

function drawsOf(seed: number, name: string): Draw {
  const stream = streamOf(seed, name)
  return () => toUnit(stream.next())
}
