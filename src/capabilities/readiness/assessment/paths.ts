import { readinessPath } from '../paths.ts'
import { type Answers, noAnswers, withoutNotes } from './answers.ts'
import { carry } from './carried.ts'

/** What is asked together, in this order. */
export const STEPS = ['foundations', 'enablers', 'means', 'place', 'signals'] as const
export type StepName = (typeof STEPS)[number]

/** The questions, with what was answered before in the address, and beside it the result that is being changed. */
export function questionsPath(
  answers: Answers = noAnswers,
  step: StepName = 'foundations',
  before: Answers | null = null,
): string {
  const query = new URLSearchParams({
    ...(answers === noAnswers ? {} : { a: carry(answers) }),
    step,
    ...former(before),
  })
  return `${readinessPath}/questions?${query}`
}

export const resultPath = (answers: Answers, before: Answers | null = null): string =>
  `${readinessPath}/result?${new URLSearchParams({ a: carry(answers), ...former(before) })}`

const former = (before: Answers | null): Record<string, string> => (before ? { b: carry(withoutNotes(before)) } : {})

export const comparisonPath = (several: readonly Answers[]): string =>
  `${readinessPath}/comparison?${several.map((answers) => `a=${carry(answers)}`).join('&')}`

export const assessmentsPath = `${readinessPath}/assessments`
export const keepPath = (answers: Answers): string => `${assessmentsPath}/new?a=${carry(answers)}`
export const assessmentPath = (secret: string): string => `${assessmentsPath}/${secret}`
export const deletionPath = (secret: string): string => `${assessmentPath(secret)}/deletion`
export const respondentsPath = (secret: string): string => `${assessmentPath(secret)}/respondents`
export const respondentPath = (secret: string, id: string, step: StepName = 'foundations'): string =>
  `${respondentsPath(secret)}/${id}?step=${step}`
export const respondentDeletionPath = (secret: string, id: string): string =>
  `${respondentsPath(secret)}/${id}/deletion`
