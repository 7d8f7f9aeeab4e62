import { drawerOf } from '../chance/distribution.ts'
import { quantile } from '../chance/quantile.ts'
import { streamOf, toUnit } from '../chance/streams.ts'
import type { Simulation } from './case.ts'
import { fixedCostOf, growingCostOf } from './costs.ts'
import { driversOf } from './drivers.ts'
import type { InputName } from './inputs.ts'
import { rampWorth } from './month.ts'
import type { Plan } from './plan.ts'

/** Every run of a simulation, in the order in which they were drawn. */
export interface Runs {
  readonly npv: Float64Array
  /** 1 where the community stalled. */
  readonly stalled: Uint8Array
  /** What was drawn for each uncertain input, as it came from its stream: a larger one gives a larger value. */
  readonly drawn: ReadonlyMap<InputName, Uint32Array>
  /** Summed over the runs, per counted objective. */
  readonly benefits: Float64Array
}

export interface SimulateOptions {
  readonly runs: number
  readonly seed: number
  readonly drivers: boolean
}

/** Monte Carlo: all inputs are drawn independently, and whether it stalls with the chance that was drawn for that. */
export function simulate(plan: Plan, options: SimulateOptions): Simulation {
  const runs = runOf(plan, options)
  const sorted = runs.npv.slice().sort()
  const { mean, standardError } = momentsOf(runs.npv)
  const perfect = runs.npv.reduce((sum, npv) => sum + Math.max(0, npv), 0) / options.runs
  return {
    runs: options.runs,
    mean,
    standardError,
    p5: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    ...chancesOf(runs),
    evpiOfAll: Math.max(0, perfect - Math.max(0, mean)),
    objectives: plan.counted.map(({ objective }, at) => ({
      objective,
      mean: (runs.benefits[at] as number) / options.runs,
    })),
    histogram: histogramOf(sorted),
    curve: Array.from({ length: 99 }, (_, at) => ({ percentile: at + 1, npv: quantile(sorted, (at + 1) / 100) })),
    drivers: options.drivers ? driversOf(plan, runs, mean) : [],
  }
}

// So many runs are drawn before they are calculated: enough to be quick, few enough to stay near the processor.
const AT_ONCE = 2048

function runOf(plan: Plan, options: SimulateOptions): Runs {
  const drawers = plan.uncertain.map((one) => drawerFor(one, options))
  const stalling = streamOf(options.seed, 'stalled')
  const npv = new Float64Array(options.runs)
  const stalled = new Uint8Array(options.runs)
  const benefits = new Float64Array(plan.counted.length)
  const v = { ...plan.modes }
  for (let from = 0; from < options.runs; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, options.runs)
    for (const { draw } of drawers) draw(from, to)
    for (let run = from; run < to; run++) {
      for (const { input, values } of drawers) v[input] = values[run - from] as number
      const isStalled = toUnit(stalling.next()) < v.stall
      stalled[run] = isStalled ? 1 : 0
      const worth = rampWorth(v.t50, v.kappa, isStalled ? v.stallCap : 1, plan.discounts)
      let money = -worth * growingCostOf(v) - plan.discountSum * fixedCostOf(v) - v.oneOff
      for (let at = 0; at < plan.counted.length; at++) {
        const { keep, monthly } = plan.counted[at] as (typeof plan.counted)[number]
        const benefit = worth * keep * monthly(v)
        benefits[at] = (benefits[at] as number) + benefit
        money += benefit
      }
      npv[run] = money
    }
  }
  return { npv, stalled, benefits, drawn: new Map(drawers.map(({ input, drawn }) => [input, drawn])) }
}

function drawerFor(
  { input, distribution, scale }: Plan['uncertain'][number],
  { runs, seed, drivers }: SimulateOptions,
) {
  const stream = streamOf(seed, input)
  const valueAt = drawerOf(distribution, scale)
  const drawn = new Uint32Array(drivers ? runs : 0)
  const values = new Float64Array(AT_ONCE)
  const draw = (from: number, to: number) => {
    for (let run = from; run < to; run++) {
      const whole = stream.next()
      if (drivers) drawn[run] = whole
      values[run - from] = valueAt(toUnit(whole))
    }
  }
  return { input, drawn, values, draw }
}

function momentsOf(npv: Float64Array): { mean: number; standardError: number } {
  const mean = npv.reduce((sum, one) => sum + one, 0) / npv.length
  const squares = npv.reduce((sum, one) => sum + (one - mean) * (one - mean), 0)
  return { mean, standardError: Math.sqrt(squares / (npv.length - 1) / npv.length) }
}

function chancesOf({ npv, stalled }: Runs) {
  let [positive, positiveGrown, stalls] = [0, 0, 0]
  for (let run = 0; run < npv.length; run++) {
    const isPositive = (npv[run] as number) > 0
    if (isPositive) positive++
    if (stalled[run]) stalls++
    else if (isPositive) positiveGrown++
  }
  const grown = npv.length - stalls
  return {
    probabilityPositive: positive / npv.length,
    probabilityPositiveIfNotStalled: grown > 0 ? positiveGrown / grown : null,
    stalled: stalls / npv.length,
  }
}

const BINS = 60

function histogramOf(sorted: Float64Array): Simulation['histogram'] {
  const from = quantile(sorted, 0.005)
  const width = (quantile(sorted, 0.995) - from) / BINS
  const counts = Array<number>(BINS).fill(0)
  for (const npv of sorted) {
    const bin = width > 0 ? Math.min(Math.max(Math.floor((npv - from) / width), 0), BINS - 1) : 0
    counts[bin] = (counts[bin] as number) + 1
  }
  return { from, width, counts }
}
