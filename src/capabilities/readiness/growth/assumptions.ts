import { CRITICAL_MASS_RANGES, type Range } from '../assessment/critical-mass.ts'
import type { Provenance } from '../provenance.ts'

/** What one run of the simulation draws once: nobody knows these before a community exists. */
export const drawn = {
  /** Share of the founders asked who really begin. */
  founderActivity: CRITICAL_MASS_RANGES.founderActivity,
  /** Share of the people invited who come and look. */
  visit: CRITICAL_MASS_RANGES.visit,
  /** Share of those who then write. */
  post: CRITICAL_MASS_RANGES.post,
  /** Posts of an active person a month. */
  postsEach: CRITICAL_MASS_RANGES.postsEach,
  /** Share of a month's visitors who write for the first time; with those who return it makes about 1 %. */
  firstPost: [0.002, 0.005, 0.012],
  /** Share of the registered who ever write; fewer than a quarter did in van Mierlo 2014. */
  everPost: [0.2, 0.25, 0.3],
  /** Minutes that an employee needs for an answer. */
  staffMinutes: [5, 8, 15],
} as const satisfies Record<string, Range>

export type DrawnName = keyof typeof drawn

export const provenance: Readonly<Record<DrawnName, Provenance>> = {
  founderActivity: 'assumption',
  visit: 'assumption',
  post: 'assumption',
  postsEach: 'assumption',
  firstPost: 'derived',
  everPost: 'published',
  staffMinutes: 'assumption',
}

/** What is the same in every run; assumptions, except where it says otherwise. */
export const fixed = {
  /** Most people come with a question; together these give the 3.6 posts per question of Stack Overflow. */
  firstIsQuestion: 0.7,
  laterIsQuestion: 0.15,
  /** Relationships that a full-time community manager sustains: 50 to 100 (FeverBee). */
  foundersPerManager: 100,
  fullTimeHours: 36,
  /** Months in which the community manager keeps founders going. */
  guidedMonths: 6,
  /** Of the hours of the community manager, the share that goes into answering. */
  answeringShare: 0.25,
  /** Who writes more than fits into so many months writes faster, not longer. */
  longestMonths: 24,
  /** Posts that make somebody a super-user. */
  superUserPosts: 50,
} as const

export const DAYS_A_MONTH = 365.25 / 12
