import type { GrowthMonth } from './growth.ts'

/** What was published of communities, and what the simulation gives for it after two years. */
export interface Target {
  readonly name: 'topTenth' | 'answered' | 'superUsers' | 'everPost'
  /** Shares, 0 to 1. */
  readonly low: number
  readonly high: number
  readonly value: number
  readonly isMet: boolean
  /** Found by the simulation, calibrated so that it is met, or put in and therefore no proof. */
  readonly how: 'found' | 'calibrated' | 'put-in'
}

export const TARGET_MONTH = 24

/** Honest also where it misses: these are compared for the numbers of the director, not for the reference community. */
export function targetsOf(months: readonly GrowthMonth[]): Target[] {
  const after = months[TARGET_MONTH - 1]?.figures
  if (!after || after.members.mean === 0) return []
  const target = (name: Target['name'], low: number, high: number, value: number, how: Target['how']): Target => ({
    ...{ name, low, high, value, how },
    isMet: value >= low && value <= high,
  })
  return [
    target('topTenth', 0.43, 0.69, after.topTenth.p50, 'found'),
    target('answered', 0.9, 1, 1 - after.unanswered.p50, 'calibrated'),
    target('superUsers', 0.001, 0.01, after.superUsers.mean, 'found'),
    target('everPost', 0.2, 0.3, after.posters.mean / after.members.mean, 'put-in'),
  ]
}
