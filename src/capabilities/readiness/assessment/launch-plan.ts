import type { BrandSize } from '../business-case/inputs/row.ts'
import { type InputName, usualOf } from '../business-case/inputs.ts'
import { modeOf, quantileOf } from '../chance/distribution.ts'
import { giveUp, takeOff } from '../take-off.ts'
import { type AssessmentInput, type Decision, FOUNDATIONS, type FoundationId } from './assessment.ts'
import { MOST_FOUNDERS, massProbability } from './critical-mass.ts'
import { MASS_GATE } from './gates.ts'
import {
  ACCEPTANCE,
  BUDGET_LINES,
  BUDGET_MONTHS,
  type BudgetLine,
  FEWEST_FOUNDERS,
  FIRST_PIECES,
  HOURS,
  JOBS_OF_HOURS,
  PILOT_SHARE,
  type PieceKind,
  type PlanKind,
  PRODUCT_PIECES,
  RITUALS,
  ROLES,
  type Role,
  THEME_PIECES,
  WEEK,
} from './plan-assumptions.ts'

export interface LaunchPlan {
  readonly kind: PlanKind
  /** True for "not yet": this is the pilot for after the repairs. */
  readonly isAfterRepairs: boolean
  readonly founders: {
    /** How many should be there on the first day. */
    readonly wanted: number
    readonly promised: number
    /** How many more to ask, since not everybody says yes. */
    readonly invite: number
    readonly acceptance: number
  }
  /** What each month should reach; the first two on the way to the rule, from the third on the rule itself. */
  readonly months: readonly Milestone[]
  readonly content: Content
  readonly rituals: typeof RITUALS
  readonly roles: readonly { readonly role: Role; readonly hoursPerWeek: number }[]
  /** Jobs of 36 hours. */
  readonly jobs: number
  readonly budget: Budget
  readonly stop: typeof takeOff & typeof giveUp
}

export interface Milestone {
  readonly month: number
  readonly posts: number
  readonly active: number
  readonly registrationsPerDay: number
}

/** Themes first, product second. */
export interface Content {
  readonly leading: FoundationId
  readonly themes: number
  readonly product: number
  readonly pieces: readonly { readonly kind: PieceKind; readonly about: 'theme' | 'product'; readonly count: number }[]
}

/** Euros. The totals add all lines at their least, most likely and most: the truth is rarely at an end. */
export interface Budget {
  readonly months: number
  readonly lines: readonly ({ readonly line: BudgetLine } & Amounts)[]
  readonly total: Amounts
}

export interface Amounts {
  readonly least: number
  readonly likely: number
  readonly most: number
}

/**
 * What to do first, who does it and when to stop; null for "no". Assumptions: plan-assumptions.ts, and for money what
 * the business case begins with for a brand of this size.
 */
export function launchPlanFor(input: AssessmentInput, decision: Decision, size: BrandSize = 'mid'): LaunchPlan | null {
  if (decision === 'no') return null
  const kind = decision === 'now' ? 'launch' : 'pilot'
  const roles = rolesFor(kind, size)
  return {
    kind,
    isAfterRepairs: decision === 'not-yet',
    founders: foundersFor(input),
    months: Array.from({ length: giveUp.stopBy }, (_, index) => milestoneOf(index + 1)),
    content: contentFor(input),
    rituals: RITUALS,
    roles,
    jobs: roles.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0) / WEEK,
    budget: budgetFor(kind, size),
    stop: { ...takeOff, ...giveUp },
  }
}

function foundersFor({ contactable, founders }: AssessmentInput): LaunchPlan['founders'] {
  const wanted = foundersWanted(contactable)
  const promised = founders ?? 0
  const invite = Math.ceil(Math.max(0, wanted - promised) / ACCEPTANCE)
  return { wanted, promised, invite, acceptance: ACCEPTANCE }
}

/** As few as give even odds of critical mass, from 50 to 100; 100 when that is not known or out of reach. */
function foundersWanted(contactable: number | null): number {
  if (contactable === null) return MOST_FOUNDERS
  for (let wanted = FEWEST_FOUNDERS; wanted < MOST_FOUNDERS; wanted += 10) {
    if (massProbability(contactable, wanted) >= MASS_GATE) return wanted
  }
  return MOST_FOUNDERS
}

function milestoneOf(month: number): Milestone {
  const share = Math.min(1, month / takeOff.month)
  return {
    month,
    posts: Math.round(takeOff.posts * share),
    active: Math.round(takeOff.active * share),
    registrationsPerDay: Math.round(takeOff.registrationsPerDay * share),
  }
}

// Fans come for the product itself; a cause or a need brings people who care little for it.
const THEME_SHARE: Record<FoundationId, number> = { fans: 0.5, cause: 0.75, need: 0.7 }

function contentFor({ foundations }: AssessmentInput): Content {
  const leading = FOUNDATIONS.reduce((best, id) => (foundations[id] > foundations[best] ? id : best))
  const themes = Math.round(FIRST_PIECES * THEME_SHARE[leading])
  const product = FIRST_PIECES - themes
  const spread = <Kind extends PieceKind>(kinds: readonly Kind[], about: 'theme' | 'product', total: number) =>
    kinds.map((kind, index) => ({ kind, about, count: Math.floor((total + kinds.length - 1 - index) / kinds.length) }))
  const pieces = [...spread(THEME_PIECES, 'theme', themes), ...spread(PRODUCT_PIECES, 'product', product)]
  return { leading, themes, product, pieces }
}

function rolesFor(kind: PlanKind, size: BrandSize): LaunchPlan['roles'] {
  const scale = usualAmounts('fte', size).likely / JOBS_OF_HOURS
  return ROLES.map((role) => ({ role, hoursPerWeek: Math.max(1, Math.round(HOURS[kind][role] * scale)) }))
}

function budgetFor(kind: PlanKind, size: BrandSize): Budget {
  const months = BUDGET_MONTHS[kind]
  const lines = BUDGET_LINES.map((line) => {
    const time = line === 'oneOff' ? 1 : months / 12
    const share = time * (kind === 'pilot' ? PILOT_SHARE[line] : 1)
    const { least, likely, most } = yearly(line, size)
    return { line, least: least * share, likely: likely * share, most: most * share }
  })
  const sum = (key: keyof Amounts) => lines.reduce((total, line) => total + line[key], 0)
  return { months, lines, total: { least: sum('least'), likely: sum('likely'), most: sum('most') } }
}

function yearly(line: BudgetLine, size: BrandSize): Amounts {
  if (line !== 'team') return usualAmounts(line, size)
  const [jobs, cost] = [usualAmounts('fte', size), usualAmounts('fteCost', size)]
  return { least: jobs.least * cost.least, likely: jobs.likely * cost.likely, most: jobs.most * cost.most }
}

function usualAmounts(name: InputName, size: BrandSize): Amounts {
  const usual = usualOf(name, size)
  const at = (u: number) => quantileOf(usual, u, 'log')
  return { least: at(0), likely: modeOf(usual), most: at(1) }
}
