import { giveUp, takeOff } from '../take-off.ts'
import { fixed } from './assumptions.ts'
import { HELPFULNESS } from './first-reply.ts'
import { RUNS } from './grow.ts'
import type { GrowthMonth } from './growth.ts'

/** Something that the months say, as a text and its numbers, and whether it is good news. */
export interface Meaning {
  readonly kind:
    | 'taken-off'
    | 'late'
    | 'never'
    | 'load-fine'
    | 'load-high'
    | 'load-too-high'
    | 'answered'
    | 'unanswered'
    | 'few'
    | 'many'
    | 'empty'
  readonly tone: 'good' | 'mind' | 'bad'
  readonly values: Readonly<Record<string, number>>
}

/** Open questions per helper at which members answer 90 % of them, and half. */
export const bearable = -HELPFULNESS / Math.log(1 - 0.9)
export const tooMuch = -HELPFULNESS / Math.log(1 - 0.5)

/** Fewer who carry half of it is a danger; fewer questions a month are no load. */
const FEWEST = 10
const MOST_LEFT = 0.05

/** What the director should take away, the most important first. */
export function meaningOf(months: readonly GrowthMonth[]): Meaning[] {
  const [first] = months
  if (!first || months.every(({ figures }) => figures.posts.p90 === 0)) {
    return [{ kind: 'empty', tone: 'bad', values: {} }]
  }
  return [takeOffOf(months), ...loadOf(months), leftOf(months), carriersOf(months)]
}

function takeOffOf(months: readonly GrowthMonth[]): Meaning {
  // A wave of invited people may reach the line and ebb again: what counts is from when it stays above.
  const lastBelow = months.findLastIndex(({ figures }) => figures.takenOff.mean < 0.5)
  const month = months[lastBelow + 1]?.month
  const after = months[giveUp.stopBy - 1]?.figures
  const values = {
    ...takeOff,
    month: month ?? months.length,
    runs: RUNS,
    times: Math.round((months[takeOff.month - 1]?.figures.takenOff.mean ?? 0) * RUNS),
    active9: Math.round(after?.active.p50 ?? 0),
    posts9: Math.round(after?.posts.p50 ?? 0),
  }
  if (month === undefined) return { kind: 'never', tone: 'bad', values }
  return month <= takeOff.month ? { kind: 'taken-off', tone: 'good', values } : { kind: 'late', tone: 'mind', values }
}

/** The month in which each helper has the most to do, if there is anything to do by then. */
function loadOf(months: readonly GrowthMonth[]): Meaning[] {
  const busy = months.slice(takeOff.month - 1).filter(({ figures }) => figures.questions.p50 >= FEWEST)
  const heaviest = busy.toSorted((one, other) => other.figures.load.p50 - one.figures.load.p50)[0]
  if (!heaviest) return []
  const load = heaviest.figures.load.p50
  const values = { month: heaviest.month, load, answered: heaviest.figures.answeredByMembers.p50 }
  if (load > tooMuch) return [{ kind: 'load-too-high', tone: 'bad', values }]
  return [load > bearable ? { kind: 'load-high', tone: 'mind', values } : { kind: 'load-fine', tone: 'good', values }]
}

function leftOf(months: readonly GrowthMonth[]): Meaning {
  const worst = months.reduce((one, other) => (other.figures.unanswered.p50 > one.figures.unanswered.p50 ? other : one))
  const busiest = months.reduce((one, other) =>
    other.figures.answeredByStaff.p50 > one.figures.answeredByStaff.p50 ? other : one,
  )
  const share = worst.figures.unanswered.p50
  const staff = busiest.figures.answeredByStaff.p50
  const values = { month: worst.month, share, staff: Math.round(staff), busiest: busiest.month }
  return share > MOST_LEFT
    ? { kind: 'unanswered', tone: share > 0.2 ? 'bad' : 'mind', values }
    : { kind: 'answered', tone: 'good', values }
}

function carriersOf(months: readonly GrowthMonth[]): Meaning {
  const year = months[11] ?? (months.at(-1) as GrowthMonth)
  const values = {
    month: year.month,
    members: Math.round(year.figures.busFactor.p50),
    share: year.figures.topTenth.p50,
    superUserPosts: fixed.superUserPosts,
  }
  return values.members < FEWEST ? { kind: 'few', tone: 'mind', values } : { kind: 'many', tone: 'good', values }
}
