import { type Actor, isStaff } from '#community/members/actor.ts'
import type { Verdict } from './rules.ts'

/** What somebody posted lately; counts are over the last 24 hours. */
export interface Pace {
  readonly lastQuestionAt: Date | null
  readonly lastPostAt: Date | null
  readonly questionsToday: number
  readonly postsToday: number
  readonly sameTextLately: boolean
}

/** What somebody proposed as a duplicate lately; counted over the last 24 hours. */
export interface ProposalPace {
  readonly lastAt: Date | null
  readonly today: number
}

const SECOND = 1_000
const DAY = 24 * 60 * 60 * SECOND
/** Members are new for a day: floods come from fresh accounts. */
const NEW_FOR = DAY

/** Questions: every 15 s and 20 a day; new members every 120 s and 3 on their first day. */
export function mayAskNow(actor: Actor, pace: Pace, now: Date): Verdict {
  if (isStaff(actor)) return null
  const isNew = +now - +actor.joinedAt < NEW_FOR
  if (pace.sameTextLately) return 'same-text'
  if (pace.questionsToday >= (isNew ? 3 : 20)) return 'too-many-today'
  return isWithin(pace.lastQuestionAt, isNew ? 120 : 15, now) ? 'too-fast' : null
}

/** Answers and comments: every 5 s; new members every 30 s and 10 on their first day. */
export function mayPostNow(actor: Actor, pace: Pace, now: Date): Verdict {
  if (isStaff(actor)) return null
  const isNew = +now - +actor.joinedAt < NEW_FOR
  if (pace.sameTextLately) return 'same-text'
  if (isNew && pace.postsToday >= 10) return 'too-many-today'
  return isWithin(pace.lastPostAt, isNew ? 30 : 5, now) ? 'too-fast' : null
}

/** "This was asked before": every 5 s and 20 a day; new members every 30 s and 3 on their first day. */
export function mayProposeNow(actor: Actor, pace: ProposalPace, now: Date): Verdict {
  if (isStaff(actor)) return null
  const isNew = +now - +actor.joinedAt < NEW_FOR
  if (pace.today >= (isNew ? 3 : 20)) return 'too-many-proposals'
  return isWithin(pace.lastAt, isNew ? 30 : 5, now) ? 'too-fast' : null
}

const isWithin = (last: Date | null, seconds: number, now: Date) => last !== null && +now - +last < seconds * SECOND
