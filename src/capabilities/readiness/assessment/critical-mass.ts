import { drawerOf, type Pert } from '../chance/distribution.ts'
import { takeOff } from '../take-off.ts'
import {
  CRITICAL_MASS_INPUTS,
  type CriticalMass,
  type CriticalMassDriver,
  type CriticalMassInput,
} from './assessment.ts'
import { coordinate } from './lattice.ts'

/** Least, most likely, most. */
export type Range = Pert['pert']

/** One community manager sustains so many relationships (FeverBee). */
export const MOST_FOUNDERS = 100

/**
 * What happens between an invitation and a post. Shares, and posts per active person and month. Assumptions, except
 * that 1 % of visitors post (Microsoft's MSDN plan).
 */
export const CRITICAL_MASS_RANGES: Readonly<Record<CriticalMassInput, Range>> = {
  founderActivity: [0.3, 0.5, 0.7],
  visit: [0.01, 0.05, 0.12],
  post: [0.003, 0.01, 0.03],
  postsEach: [2, 3, 6],
}

const POINTS = 2 ** 15

/**
 * The probability that a community has critical mass in month 3, and what it hangs on. Active people are founders ×
 * the share that is active + contactable × visit × post; posts are active people × posts of each.
 * `contactable` and `founders` are counts from 0; of the founders at most 100 count. Source: evidence §9a.
 */
export function criticalMassFor(contactable: number, founders: number): CriticalMass {
  const foundersCounted = Math.min(MOST_FOUNDERS, founders)
  const needed = contactableNeeded(foundersCounted)
  const expectedActive = activeAtModes(foundersCounted, contactable)
  return {
    probability: shareUpTo(needed, contactable),
    foundersCounted,
    expectedActive,
    expectedPosts: expectedActive * modeOf('postsEach'),
    drivers: driversOf(contactable, foundersCounted),
    contactableForEvenOdds: Math.ceil((needed.sort()[POINTS / 2] ?? 0) / 1000) * 1000,
  }
}

/** The probability alone, 0 to 1. */
export function massProbability(contactable: number, founders: number): number {
  return shareUpTo(contactableNeeded(Math.min(MOST_FOUNDERS, founders)), contactable)
}

/** Active people in month 3 when everything is as is most likely. */
function activeAtModes(founders: number, contactable: number): number {
  return founders * modeOf('founderActivity') + contactable * modeOf('visit') * modeOf('post')
}

function driversOf(contactable: number, founders: number): CriticalMassDriver[] {
  const drivers = CRITICAL_MASS_INPUTS.map((input) => {
    const drawn = drawerOf({ pert: CRITICAL_MASS_RANGES[input] }, 'plain')
    const at = (u: number) => shareUpTo(contactableNeeded(founders, { [input]: drawn(u) }), contactable)
    return { input, range: CRITICAL_MASS_RANGES[input], low: at(0.1), high: at(0.9) }
  })
  return drivers.sort((a, b) => b.high - b.low - (a.high - a.low))
}

/** For every point of what may happen: how many people one must be able to invite for critical mass. */
function contactableNeeded(founders: number, fixed: Partial<Record<CriticalMassInput, number>> = {}): Float64Array {
  const [activity, visit, post, posts] = CRITICAL_MASS_INPUTS.map((input) => {
    const value = fixed[input]
    return value === undefined ? pointsOf(input) : new Float64Array(POINTS).fill(value)
  }) as [Float64Array, Float64Array, Float64Array, Float64Array]
  return activity.map((active, index) => {
    const needed = Math.max(takeOff.active, takeOff.posts / (posts[index] ?? 1))
    return Math.max(0, needed - founders * active) / ((visit[index] ?? 0) * (post[index] ?? 0))
  })
}

const kept: Partial<Record<CriticalMassInput, Float64Array>> = {}

/** The value of one input at every point. */
function pointsOf(input: CriticalMassInput): Float64Array {
  kept[input] ??= pointsFrom(
    drawerOf({ pert: CRITICAL_MASS_RANGES[input] }, 'plain'),
    CRITICAL_MASS_INPUTS.indexOf(input),
  )
  return kept[input]
}

function pointsFrom(drawn: (u: number) => number, dimension: number): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, index) => drawn(coordinate(index, dimension)))
}

function modeOf(input: CriticalMassInput): number {
  return CRITICAL_MASS_RANGES[input][1]
}

function shareUpTo(needed: Float64Array, contactable: number): number {
  return needed.reduce((count, one) => (one <= contactable ? count + 1 : count), 0) / needed.length
}
