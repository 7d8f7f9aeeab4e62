import { correlation, orderOf, ranksOf } from '../chance/ranks.ts'
import type { Driver } from './case.ts'
import { expectedNpvOf, npvOf, type Plan, type Uncertain } from './plan.ts'
import type { Runs } from './simulate.ts'

/** What the result hangs on, strongest rank correlation first. `mean` is that of the NPV over the runs. */
export function driversOf(plan: Plan, runs: Runs, mean: number): readonly Driver[] {
  const ranks = ranksOf(runs.npv)
  const spread = spreadOf(ranks)
  const drivers = plan.uncertain.map((one) => driverOf(plan, one, runs, { ranks, spread, mean }))
  const mayStall = plan.modes.stall > 0 || runs.stalled.includes(1)
  if (mayStall) drivers.push(stalledDriver(plan, runs, ranks, mean))
  return drivers.sort((one, other) => Math.abs(other.rankCorrelation) - Math.abs(one.rankCorrelation))
}

interface Against {
  readonly ranks: Float64Array
  /** Sum of squares of the ranks around their middle. */
  readonly spread: number
  readonly mean: number
}

function driverOf(plan: Plan, { input, p10, p90 }: Uncertain, runs: Runs, { ranks, spread, mean }: Against): Driver {
  const order = orderOf(runs.drawn.get(input) as Uint32Array)
  return {
    input,
    rankCorrelation: rankCorrelation(order, ranks, spread),
    low: expectedNpvOf(plan, { ...plan.modes, [input]: p10 }),
    high: expectedNpvOf(plan, { ...plan.modes, [input]: p90 }),
    evpi: informationIn(binsOf(order, runs.npv), runs.npv.length, mean),
  }
}

/** Spearman's: a run's place in the order of an input, against its rank in the result. */
function rankCorrelation(order: Uint32Array, ranks: Float64Array, spread: number): number {
  const { length } = order
  const middle = (length - 1) / 2
  let together = 0
  for (let at = 0; at < length; at++) together += (at - middle) * ((ranks[order[at] as number] as number) - middle)
  return spread > 0 ? together / Math.sqrt(((length * length - 1) * length * spread) / 12) : 0
}

function spreadOf(ranks: Float64Array): number {
  const middle = (ranks.length - 1) / 2
  let spread = 0
  for (const rank of ranks) spread += (rank - middle) * (rank - middle)
  return spread
}

/** Of two values there are two bins. */
function stalledDriver(plan: Plan, { npv, stalled }: Runs, ranks: Float64Array, mean: number): Driver {
  const bins = [
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
  ]
  for (let run = 0; run < npv.length; run++) {
    const bin = bins[stalled[run] as number] as Bin
    bin.count += 1
    bin.sum += npv[run] as number
  }
  return {
    input: 'stalled',
    rankCorrelation: correlation(Float64Array.from(stalled), ranks),
    low: npvOf(plan, plan.modes, 1),
    high: npvOf(plan, plan.modes, plan.modes.stallCap),
    evpi: informationIn(bins, npv.length, mean),
  }
}

interface Bin {
  count: number
  sum: number
}

const BINS = 50

/** The runs in 50 equal bins of one input, lowest values first. */
function binsOf(order: Uint32Array, npv: Float64Array): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const from = Math.floor((bin * order.length) / BINS)
    const to = Math.floor(((bin + 1) * order.length) / BINS)
    let sum = 0
    for (let at = from; at < to; at++) sum += npv[order[at] as number] as number
    return { count: to - from, sum }
  })
}

/**
 * Expected value of perfect information: one who knows the bin starts only where its mean is above 0; one who does not,
 * only when the mean of all is.
 */
function informationIn(bins: readonly Bin[], runs: number, mean: number): number {
  const knowing = bins.reduce((sum, bin) => sum + Math.max(0, bin.sum), 0) / runs
  return Math.max(0, knowing - Math.max(0, mean))
}
