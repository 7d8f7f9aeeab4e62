import { takeOff } from '../take-off.ts'
import { launchAt, rampAt } from './arrivals.ts'
import { DAYS_A_MONTH, type DrawnName, fixed } from './assumptions.ts'
import { Crowd } from './crowd.ts'
import { chanceOfReply, HELPFULNESS, medianReplyFor, repliedWithin } from './first-reply.ts'
import type { GrowthInput, MonthFigures } from './growth.ts'
import { type Draw, poisson } from './poisson.ts'

export interface RunOptions {
  readonly months: number
  /** More people than this are not followed one by one: each stands for several. */
  readonly mostPeople: number
  readonly helpfulness?: number
}

/** What this run is about, drawn once. */
export type Drawn = Readonly<Record<DrawnName, number>>

/** One life that a community may have, month by month. */
export function runOnce(input: GrowthInput, drawn: Drawn, draw: Draw, options: RunOptions): MonthFigures[] {
  const founders = foundersOf(input, drawn)
  const expected = arrivalsOf(input, drawn, founders, options.months)
  const weight = Math.max(1, (sum(expected) + founders.guided) / options.mostPeople)
  const crowd = new Crowd(drawn.postsEach)
  for (let n = Math.round(founders.guided / weight); n > 0; n--) crowd.found(draw())
  let members = founders.guided
  let waiting = 0
  return expected.map((arriving, at) => {
    const month = at + 1
    const newcomers = poisson(arriving / weight, draw)
    const helpers = crowd.active * weight
    const laterPosts = crowd.goOn(month) * weight
    const questions = newcomers * weight * fixed.firstIsQuestion + laterPosts * fixed.laterIsQuestion
    const open = questions + waiting
    const answeredByMembers = chanceOfReply(helpers, open, options.helpfulness ?? HELPFULNESS)
    const answeredByStaff = Math.min(staffAnswers(input, drawn), open * (1 - answeredByMembers))
    const unanswered = open > 0 ? 1 - answeredByMembers - answeredByStaff / open : 0
    waiting = questions * unanswered
    for (let n = 0; n < newcomers; n++) {
      crowd.join(month, draw() < unanswered ? 'unanswered' : 'answered', draw())
    }
    const registrations = (newcomers * weight) / drawn.everPost
    members += registrations
    const active = helpers + newcomers * weight
    const posts = laterPosts + newcomers * weight
    const { topTenth, gini, busFactor, superUsers } = crowd.concentration()
    const medianReply = medianReplyFor(answeredByMembers)
    return {
      ...{ members, posters: crowd.size * weight, active, posts, questions, helpers },
      ...{ answeredByMembers, answeredByStaff, unanswered },
      load: helpers > 0 ? open / helpers : open,
      medianReply,
      withinHour: answeredByMembers * repliedWithin(60, medianReply),
      ...{ topTenth, gini, busFactor: busFactor * weight },
      superUsers: members > 0 ? (superUsers * weight) / members : 0,
      takenOff: hasTakenOff(posts, active, registrations) ? 1 : 0,
    }
  })
}

/** Questions that the community managers have the hours for, a month. */
const staffAnswers = ({ managerHours }: GrowthInput, { staffMinutes }: Drawn): number =>
  (((managerHours * 52) / 12) * fixed.answeringShare * 60) / staffMinutes

/** A community manager keeps so many founders going; the others come as anybody comes. */
function foundersOf({ founders, managerHours }: GrowthInput, { founderActivity }: Drawn) {
  const kept = Math.min(founders, (managerHours / fixed.fullTimeHours) * fixed.foundersPerManager)
  return { guided: kept * founderActivity, others: (founders - kept) * founderActivity }
}

/** People who write for the first time, expected in each month. */
function arrivalsOf(input: GrowthInput, drawn: Drawn, { others }: { others: number }, months: number): number[] {
  const invited = input.contactable * drawn.visit * drawn.post + others
  return Array.from({ length: months }, (_, at) => {
    const visitors = input.visitors * rampAt(at + 1, input.t50)
    return visitors * drawn.firstPost + invited * launchAt(at + 1)
  })
}

const hasTakenOff = (posts: number, active: number, registrations: number): boolean =>
  posts >= takeOff.posts && active >= takeOff.active && registrations / DAYS_A_MONTH >= takeOff.registrationsPerDay

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
