import type { Exchange } from '#community/exchange.ts'
import { readQuery } from '#platform/http/forms.ts'
import { page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Answers, inputOf, noAnswers, unanswered } from './answers.ts'
import { FOUNDATIONS, type ItemId } from './assessment.ts'
import { CARRIED_LONGEST, carry, readCarried } from './carried.ts'
import { readStep, stepQuery } from './forms.ts'
import { DamagedPage } from './pages/damaged-page.tsx'
import { ResultPage } from './pages/result-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { StepPage } from './pages/step-page.tsx'
import { keepPath, questionsPath, resultPath, STEPS, type StepName } from './paths.ts'
import { type Filled, unreadable, wordsOf } from './words.ts'

/** GET /readiness */
export const showStart = (x: Exchange): Reply => page(<StartPage x={x} />)

/** GET /readiness/questions */
export function showQuestions(x: Exchange): Reply {
  const answers = answersIn(x)
  if (answers === 'damaged') return damaged(x)
  return page(stepPage(x, stepIn(x), answers, { words: wordsOf(answers, x), problems: [] }))
}

/** POST /readiness/questions — the answers of one step go on in the address of the next. */
export function postQuestions(x: Exchange): Reply {
  const before = answersIn(x)
  if (before === 'damaged') return damaged(x)
  const step = stepIn(x)
  const read = readStep(step, x.body, before)
  if (!read.ok) return pageWithProblems(stepPage(x, step, before, unreadable(x, read)))
  if (carry(read.value).length > CARRIED_LONGEST) {
    const problems = [{ message: x.t('assessment.problem.notes-too-long') }]
    return pageWithProblems(stepPage(x, step, before, { words: wordsOf(read.value, x), problems }))
  }
  return seeOther(pathAfter(x, step, read.value))
}

/** GET /readiness/result */
export function showResult(x: Exchange): Reply {
  const answers = answersIn(x)
  if (answers === 'damaged') return damaged(x)
  const input = inputOf(answers)
  return input === null
    ? seeOther(questionsPath(answers, stepOf(unanswered(answers)[0])))
    : page(<ResultPage x={x} answers={answers} input={input} before={formerIn(x)} />)
}

/** The answers in the address: none at all is a beginning, but what cannot be read is said. */
export function answersIn(x: Exchange): Answers | 'damaged' {
  const { a } = (x.query ?? {}) as { a?: unknown }
  return a === undefined || a === '' ? noAnswers : (readCarried(a) ?? 'damaged')
}

export const damaged = (x: Exchange): Reply => pageWithProblems(<DamagedPage x={x} />)

/** The result that is being changed, to say afterwards what moved. */
function formerIn(x: Exchange): Answers | null {
  const answers = readCarried(((x.query ?? {}) as { b?: unknown }).b)
  return answers && inputOf(answers) ? answers : null
}

export const stepOf = (item: ItemId | undefined): StepName =>
  item === undefined || (FOUNDATIONS as readonly ItemId[]).includes(item) ? 'foundations' : 'enablers'

export const stepIn = (x: Exchange): StepName => readQuery(stepQuery, x.query).step

/** Nothing that a result needs is open, or the steps that ask it are behind. */
export const isResultNear = (step: StepName, answers: Answers): boolean =>
  STEPS.indexOf(step) >= 2 || unanswered(answers).length === 0

/** The button that was pressed says where to. */
export function stepAfter(x: Exchange, step: StepName): StepName | 'result' | 'later' {
  const place = STEPS.indexOf(step)
  switch ((x.body as { go?: unknown } | null)?.go) {
    case 'later':
      return 'later'
    case 'result':
      return 'result'
    case 'back':
      return STEPS[place - 1] ?? step
    default:
      return STEPS[place + 1] ?? 'result'
  }
}

function pathAfter(x: Exchange, step: StepName, answers: Answers): string {
  const next = stepAfter(x, step)
  if (next === 'later') return keepPath(answers)
  return next === 'result' ? resultPath(answers, formerIn(x)) : questionsPath(answers, next, formerIn(x))
}

function stepPage(x: Exchange, step: StepName, answers: Answers, form: Filled) {
  const pathOf = (name: StepName) => questionsPath(answers, name, formerIn(x))
  return <StepPage x={x} step={step} form={form} pathOf={pathOf} hasResult={isResultNear(step, answers)} />
}
