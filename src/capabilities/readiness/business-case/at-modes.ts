import { contactsAvoidedOf } from './benefits.ts'
import type { CostOutcome, Month, ObjectiveOutcome, Outcome, Year } from './case.ts'
import { runningCosts } from './costs.ts'
import { rampOf } from './month.ts'
import type { Plan } from './plan.ts'

/** A line of money: so much a month, always or as the volume grows. */
interface Flow {
  readonly monthly: number
  readonly months: Float64Array
}

/** The case with every input at its mode and no stall, month by month. */
export function outcomeAtModes(plan: Plan): Outcome {
  const { modes } = plan
  const ramp = rampOf(modes.t50, modes.kappa, 1, plan.horizonMonths)
  const always = new Float64Array(plan.horizonMonths).fill(1)
  const objectives = plan.counted.map(({ objective, kind, keep, monthly }) => {
    const flow = { monthly: keep * monthly(modes), months: ramp }
    return { objective, kind, presentValue: worthOf(plan, flow), overlap: 1 - keep, years: yearsOf(flow) }
  })
  const running = runningCosts.map(({ cost, kind, monthly }): CostOutcome => {
    const flow = { monthly: monthly(modes), months: kind === 'fixed' ? always : ramp }
    return { cost, presentValue: worthOf(plan, flow), years: yearsOf(flow) }
  })
  const costs = [{ cost: 'oneOff' as const, presentValue: modes.oneOff, years: yearsOf(nothing(plan)) }, ...running]
  const isService = objectives.some(({ objective }) => objective === 'service')
  const contacts = yearsOf({ monthly: isService ? contactsAvoidedOf(modes) : 0, months: ramp })
  const months = monthsOf(plan, ramp)
  return {
    ...totalsOf(objectives, costs),
    paybackMonth: months.find(({ cumulative }) => cumulative >= 0)?.month ?? null,
    years: contacts.map((avoided, at) => yearOf(at, avoided, objectives, costs, months)),
    objectives,
    costs,
    months,
  }
}

function totalsOf(objectives: readonly ObjectiveOutcome[], costs: readonly CostOutcome[]) {
  const pvHard = sum(objectives.filter(({ kind }) => kind === 'hard').map(({ presentValue }) => presentValue))
  const pvSoft = sum(objectives.filter(({ kind }) => kind === 'soft').map(({ presentValue }) => presentValue))
  const pvBenefits = pvHard + pvSoft
  const pvCosts = sum(costs.map(({ presentValue }) => presentValue))
  const npv = pvBenefits - pvCosts
  return { npv, roi: pvCosts > 0 ? npv / pvCosts : null, pvBenefits, pvCosts, pvHard, pvSoft }
}

function monthsOf({ modes, counted }: Plan, ramp: Float64Array): readonly Month[] {
  const mature = sum(counted.map(({ keep, monthly }) => keep * monthly(modes)))
  const costs = (kind: string) => sum(runningCosts.filter((one) => one.kind === kind).map((one) => one.monthly(modes)))
  const [fixed, growing] = [costs('fixed'), costs('growing')]
  let cumulative = -modes.oneOff
  return Array.from(ramp, (share, at) => {
    const month = { month: at + 1, ramp: share, benefits: mature * share, costs: fixed + growing * share }
    cumulative += month.benefits - month.costs
    return { ...month, cumulative }
  })
}

function yearOf(
  at: number,
  contactsAvoided: number,
  objectives: readonly ObjectiveOutcome[],
  running: readonly CostOutcome[],
  months: readonly Month[],
): Year {
  const benefits = sum(objectives.map(({ years }) => years[at] as number))
  const costs = sum(running.map(({ years }) => years[at] as number))
  const last = months[Math.min(12 * (at + 1), months.length) - 1] as Month
  const roi = costs > 0 ? (benefits - costs) / costs : null
  return { year: at + 1, benefits, costs, contactsAvoided, roi, cumulative: last.cumulative }
}

function worthOf({ discounts }: Plan, { monthly, months }: Flow): number {
  return monthly * sum(months.map((share, at) => share * (discounts[at] as number)))
}

function yearsOf({ monthly, months }: Flow): number[] {
  const years = Array.from({ length: Math.ceil(months.length / 12) }, (_, at) => months.slice(12 * at, 12 * at + 12))
  return years.map((year) => monthly * sum(year))
}

const nothing = ({ horizonMonths }: Plan): Flow => ({ monthly: 0, months: new Float64Array(horizonMonths) })

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
