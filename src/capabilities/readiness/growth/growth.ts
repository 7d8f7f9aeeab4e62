/** What somebody knows about their own brand. */
export interface GrowthInput {
  /** People who may be invited by name: customers who agreed to it. 0 to 100 million. */
  readonly contactable: number
  /** People asked personally to begin with. 0 to 10,000. */
  readonly founders: number
  /** Hours a week of community managers. 0 to 1,000. */
  readonly managerHours: number
  /** Visitors a month when the community is mature. 0 to 100 million. */
  readonly visitors: number
  /** Month in which half of those visitors come. 8 to 24. */
  readonly t50: number
}

/** The reference community on which helpfulness is calibrated, and the example that the page begins with. */
export const exampleGrowth: GrowthInput = {
  contactable: 100_000,
  founders: 50,
  managerHours: 36,
  visitors: 30_000,
  t50: 14,
}

export const GROWTH_MONTHS = 36

/** One number for each month and each run, in this order. */
export const figures = [
  /** Registered so far. */
  'members',
  /** Of whom ever wrote. */
  'posters',
  /** Wrote this month. */
  'active',
  /** Questions, answers and comments of this month. */
  'posts',
  'questions',
  /** Share of the open questions that members answered this month, 0 to 1. */
  'answeredByMembers',
  /** Questions that employees answered, because no member did. */
  'answeredByStaff',
  /** Share that nobody answered, employees neither, 0 to 1. */
  'unanswered',
  /** Members who wrote again this month, and so answer others. */
  'helpers',
  /** Open questions for each of them; without helpers as many as there are questions. */
  'load',
  /** Minutes until half of the replies of members are there. */
  'medianReply',
  /** Share of the questions that a member answered within the hour, 0 to 1. */
  'withinHour',
  /** Share of all posts so far by the most active tenth of those who wrote, 0 to 1. */
  'topTenth',
  'gini',
  /** Fewest members who wrote half of all posts so far. */
  'busFactor',
  /** Members with 50 posts or more, as a share of the registered, 0 to 1. */
  'superUsers',
  /** 1 when this month has 300 posts, 100 active people and 10 new members a day. */
  'takenOff',
] as const

export type Figure = (typeof figures)[number]
export type MonthFigures = Readonly<Record<Figure, number>>

/** The mean over all runs, and what one in ten stays below, half, and nine in ten. */
export interface Band {
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

export interface GrowthMonth {
  readonly month: number
  readonly figures: Readonly<Record<Figure, Band>>
}

/** What is drawn, most telling first. */
export const drawnFigures = ['active', 'posts', 'answeredByMembers', 'load'] as const
export type DrawnFigure = (typeof drawnFigures)[number]
export type Drawings = Readonly<Record<DrawnFigure, string>>
