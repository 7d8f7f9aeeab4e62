import { questionsOf } from './benefits.ts'
import type { OtherMethods } from './case.ts'
import { fixedCostOf, growingCostOf } from './costs.ts'
import type { Plan } from './plan.ts'

/** Contacts avoided: visits × came for help × found it × would have made contact (Khoros Value Analytics, M1). */
export function surveyContacts(visits: number, intent: number, found: number, would: number): number {
  return visits * intent * found * would
}

/**
 * ROI of gross answer value: ((answers + successful searches) × 12 × value of an answer − cost) / cost, with answers and
 * searches per month and cost per year (Community Roundtable, M12). Nobody is asked whether they would have made contact.
 */
export function grossAnswerRoi(answers: number, searches: number, value: number, yearlyCost: number): number | null {
  return yearlyCost > 0 ? ((answers + searches) * 12 * value - yearlyCost) / yearlyCost : null
}

export function otherMethodsOf({ modes: v, counted }: Plan): OtherMethods | undefined {
  if (!counted.some(({ objective }) => objective === 'service')) return undefined
  const cost = 12 * (fixedCostOf(v) + growingCostOf(v))
  const answers = questionsOf(v) * v.questionSupport * v.peerSolved
  const searches = (v.sessions / 12) * v.intent * v.found
  return {
    surveyContacts: surveyContacts(v.sessions, v.intent, v.found, v.would),
    grossRoi: grossAnswerRoi(answers, searches, v.costContact, cost),
    grossRoiOfAnswers: grossAnswerRoi(answers, 0, v.costContact, cost),
  }
}
