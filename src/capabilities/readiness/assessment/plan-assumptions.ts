export type PlanKind = 'launch' | 'pilot'

/** Of the people one asks personally, the share that says yes: an assumption. */
export const ACCEPTANCE = 0.4
export const FEWEST_FOUNDERS = 50

export const THEME_PIECES = ['guides', 'stories', 'openQuestions'] as const
export const PRODUCT_PIECES = ['topAnswers', 'behindTheScenes'] as const
export type PieceKind = (typeof THEME_PIECES)[number] | (typeof PRODUCT_PIECES)[number]
export const FIRST_PIECES = 40

export const ROLES = ['communityManager', 'moderator', 'editor', 'experts', 'analyst', 'sponsor'] as const
export type Role = (typeof ROLES)[number]

/**
 * Hours a week for a brand of middle size: together 2.5 jobs of 36 hours for a launch, as in the business case, and half
 * of that for a pilot. Assumptions.
 */
export const HOURS: Readonly<Record<PlanKind, Readonly<Record<Role, number>>>> = {
  launch: { communityManager: 36, moderator: 18, editor: 14, experts: 14, analyst: 6, sponsor: 2 },
  pilot: { communityManager: 20, moderator: 8, editor: 6, experts: 7, analyst: 3, sponsor: 1 },
}
export const WEEK = 36
export const JOBS_OF_HOURS = 2.5

export const RITUALS = [
  { id: 'welcome', every: 'day', role: 'communityManager' },
  { id: 'weeklyQuestion', every: 'week', role: 'editor' },
  { id: 'expertHour', every: 'week', role: 'experts' },
  { id: 'foundersTable', every: 'month', role: 'communityManager' },
  { id: 'saidAndDone', every: 'month', role: 'sponsor' },
] as const

export const BUDGET_LINES = ['team', 'platform', 'content', 'rewards', 'oneOff'] as const
export type BudgetLine = (typeof BUDGET_LINES)[number]

/** A pilot has half the team and rewards, and does without most of the connecting and moving in. Assumptions. */
export const PILOT_SHARE: Readonly<Record<BudgetLine, number>> = {
  team: 0.5,
  platform: 1,
  content: 1,
  rewards: 0.5,
  oneOff: 0.25,
}
export const BUDGET_MONTHS: Readonly<Record<PlanKind, number>> = { launch: 12, pilot: 9 }
