import { drawerOf } from '../chance/distribution.ts'
import { quantile } from '../chance/quantile.ts'
import { streamOf, toUnit } from '../chance/streams.ts'
import type { CaseInput } from './case.ts'
import { fixedCostOf, growingCostOf } from './costs.ts'
import { rampOf } from './month.ts'
import { type Plan, planOf } from './plan.ts'

/** Of the money so far, not discounted, what 5, 50 and 95 % of the runs stay below. */
export interface CashQuantiles {
  readonly p5: number
  readonly p50: number
  readonly p95: number
}

/** Enough for a band in a picture; its runs are the first of those that the simulation draws. */
const RUNS = 2_000

/** Month 0, with the one-off cost alone, and each month after it. */
export function cashBand(input: CaseInput): readonly CashQuantiles[] {
  const plan = planOf(input)
  const runs = Math.min(RUNS, input.runs)
  const months = Array.from({ length: plan.horizonMonths + 1 }, () => new Float64Array(runs))
  const draw = drawerOfPlan(plan, input.seed)
  for (let run = 0; run < runs; run++) {
    let cash = 0
    draw((change, month) => {
      cash += change
      ;(months[month] as Float64Array)[run] = cash
    })
  }
  return months.map((month) => {
    const sorted = month.sort()
    return { p5: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
  })
}

/** Draws one run and tells month by month by how much the money changes. */
function drawerOfPlan(plan: Plan, seed: number) {
  const v = { ...plan.modes }
  const stalling = streamOf(seed, 'stalled')
  const drawers = plan.uncertain.map(({ input, distribution, scale }) => {
    const stream = streamOf(seed, input)
    const valueAt = drawerOf(distribution, scale)
    return () => {
      v[input] = valueAt(toUnit(stream.next()))
    }
  })
  return (tell: (change: number, month: number) => void): void => {
    for (const draw of drawers) draw()
    const isStalled = toUnit(stalling.next()) < v.stall
    const ramp = rampOf(v.t50, v.kappa, isStalled ? v.stallCap : 1, plan.horizonMonths)
    const growing = plan.counted.reduce((sum, { keep, monthly }) => sum + keep * monthly(v), 0) - growingCostOf(v)
    const fixed = fixedCostOf(v)
    tell(-v.oneOff, 0)
    for (let at = 0; at < ramp.length; at++) tell((ramp[at] as number) * growing - fixed, at + 1)
  }
}
