import { readinessPath } from '../paths.ts'
import { type Answers, noAnswers } from './answers.ts'
import { carry } from './carried.ts'

/** What is asked together, in this order. */
export const STEPS = ['foundations', 'enablers', 'means', 'place', 'signals'] as const
export type StepName = (typeof STEPS)[number]

/** The questions, with what was answered before in the address. */
export function questionsPath(answers: Answers = noAnswers, step: StepName = 'foundations'): string {
  const query = new URLSearchParams({ ...(answers === noAnswers ? {} : { a: carry(answers) }), step })
  return `${readinessPath}/questions?${query}`
}

export const resultPath = (answers: Answers): string => `${readinessPath}/result?a=${carry(answers)}`

export const comparisonPath = (several: readonly Answers[]): string =>
  `${readinessPath}/comparison?${several.map((answers) => `a=${carry(answers)}`).join('&')}`

export const comparisonsPath = `${readinessPath}/comparison`
export const assessmentsPath = `${readinessPath}/assessments`
export const keepPath = (answers: Answers): string => `${assessmentsPath}/new?a=${carry(answers)}`
export const assessmentPath = (secret: string): string => `${assessmentsPath}/${secret}`
export const deletionPath = (secret: string): string => `${assessmentPath(secret)}/deletion`
export const respondentsPath = (secret: string): string => `${assessmentPath(secret)}/respondents`
export const respondentPath = (secret: string, id: string, step: StepName = 'foundations'): string =>
  `${respondentsPath(secret)}/${id}?step=${step}`
export const respondentDeletionPath = (secret: string, id: string): string =>
  `${respondentsPath(secret)}/${id}/deletion`
