import type { Translate } from '#platform/i18n/translate.ts'
import type { Problem } from '#ui/elements/error-summary.tsx'
import type { FieldProblem, Problem as FormProblem } from './forms.ts'
import type { Refusal } from './rules.ts'

/** A form as somebody filled it in, with what is wrong beside the fields. */
export interface Filled<T> {
  readonly words: T
  readonly problems: readonly Problem[]
}

export const untouched = <T>(words: T): Filled<T> => ({ words, problems: [] })

export const filled = <T>(t: Translate, words: T, problems: readonly FieldProblem[]): Filled<T> => ({
  words,
  problems: problems.map(({ field, problem }) => ({ field, message: sentence(t, problem) })),
})

/** Without a field the sentence stands above the form. */
export const refusedWith = <T>(t: Translate, words: T, reason: Refusal, field?: string): Filled<T> => ({
  words,
  problems: [{ ...(field ? { field } : {}), message: t(`membership.refusal.${reason}`) }],
})

export const toldToWait = <T>(t: Translate, words: T, seconds: number): Filled<T> => ({
  words,
  problems: [{ message: waitSentence(t, seconds) }],
})

export const errorFor = ({ problems }: Pick<Filled<unknown>, 'problems'>, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.message

const formProblems: readonly string[] = [
  'email',
  'password',
  'code',
  'name',
  'name-long',
  'handle',
  'about-long',
  'interests',
  'reason',
  'brand',
  'staff-title',
] satisfies FormProblem[]

function sentence(t: Translate, problem: FormProblem | Refusal): string {
  const isFormProblem = (it: string): it is FormProblem => formProblems.includes(it)
  return isFormProblem(problem) ? t(`membership.problem.${problem}`) : t(`membership.refusal.${problem}`)
}

const waitSentence = (t: Translate, seconds: number) =>
  seconds < 120 ? t('membership.wait', { seconds }) : t('membership.waitMinutes', { minutes: Math.ceil(seconds / 60) })
