import type { Exchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import * as deeds from './actions.ts'
import { type Answers, unanswered } from './answers.ts'
import { keepForm, readStep, respondentForm } from './forms.ts'
import { answersIn, damaged, isResultNear, stepAfter, stepIn, stepOf } from './handlers.tsx'
import { AssessmentPage } from './pages/assessment-page.tsx'
import { KeepPage } from './pages/keep-page.tsx'
import { StepPage } from './pages/step-page.tsx'
import { assessmentPath, respondentPath, type StepName } from './paths.ts'
import { findKeptAssessment, type KeptAssessment, listRespondents, type Respondent } from './queries.ts'
import { hashOfSecret, SECRET } from './secret-address.ts'
import { type Filled, unreadable, wordsOf } from './words.ts'

/** GET /readiness/assessments/new */
export function showKeepForm(x: Exchange): Reply {
  const answers = answersIn(x)
  if (answers === 'damaged') return damaged(x)
  return page(<KeepPage x={x} answers={answers} form={{ words: { title: answers.title ?? '' }, problems: [] }} />)
}

/** POST /readiness/assessments */
export async function postAssessment(x: Exchange): Promise<Reply> {
  const answers = answersIn(x)
  if (answers === 'damaged') return damaged(x)
  const read = readForm(keepForm, x.body)
  if (!read.ok) return pageWithProblems(<KeepPage x={x} answers={answers} form={unreadable(x, read)} />)
  const once = (x.body as { _once?: unknown } | null)?._once
  const secret = await deeds.keepAssessment(x.site, { ...read.value, answers }, once)
  return seeOther(saying(assessmentPath(secret), 'saved'))
}

/** GET /readiness/assessments/:secret */
export async function showAssessment(x: Exchange): Promise<Reply> {
  const kept = await keptIn(x)
  return kept ? page(assessmentPage(x, kept)) : missing
}

/** POST /readiness/assessments/:secret/respondents */
export async function postRespondent(x: Exchange): Promise<Reply> {
  const kept = await keptIn(x)
  if (!kept) return missing
  const read = readForm(respondentForm, x.body)
  if (!read.ok) return pageWithProblems(assessmentPage(x, kept, unreadable(x, read)))
  const added = await deeds.addRespondent(x.site, kept.secret, read.value.name)
  if (added === 'unknown') return missing
  if ('done' in added) return seeOther(respondentPath(kept.secret, added.done))
  const problems = [{ field: 'name', message: x.t(`assessment.refusal.${added.refused}`) }]
  return pageWithProblems(assessmentPage(x, kept, { words: read.value, problems }))
}

/** GET /readiness/assessments/:secret/respondents/:id */
export async function showRespondent(x: Exchange): Promise<Reply> {
  const place = await respondentIn(x)
  if (!place) return missing
  return page(stepPage(x, place, { words: wordsOf(place.respondent.answers, x), problems: [] }))
}

/** POST /readiness/assessments/:secret/respondents/:id — each step is kept at once, so one can go on any time. */
export async function postAnswers(x: Exchange): Promise<Reply> {
  const place = await respondentIn(x)
  if (!place) return missing
  const { kept, respondent } = place
  const step = stepIn(x)
  const read = readStep(step, x.body, respondent.answers)
  if (!read.ok) return pageWithProblems(stepPage(x, place, unreadable(x, read)))
  if ((await deeds.saveAnswers(x.site, kept.secret, respondent.id, read.value)) === 'unknown') return missing
  return seeOther(pathAfter(x, place, step, read.value))
}

/** POST /readiness/assessments/:secret/respondents/:id/deletion */
export async function postRespondentDeletion(x: Exchange): Promise<Reply> {
  const place = await respondentIn(x)
  if (!place) return missing
  await deeds.removeRespondent(x.site, place.kept.secret, place.respondent.id)
  return seeOther(saying(assessmentPath(place.kept.secret), 'deleted'))
}

/** POST /readiness/assessments/:secret/deletion */
export async function postDeletion(x: Exchange): Promise<Reply> {
  const secret = secretIn(x)
  if (secret === null || !(await deeds.deleteAssessment(x.site, secret))) return missing
  return seeOther(saying('/readiness', 'deleted'))
}

/** Whoever loads the address of a form again is brought to the page it stands on. */
export const upToAssessment = (x: Exchange): Reply => {
  const secret = secretIn(x)
  return secret === null ? missing : seeOther(assessmentPath(secret))
}

export interface Kept extends KeptAssessment {
  readonly secret: string
  readonly respondents: readonly Respondent[]
}

export async function findKept(x: Exchange, secret: string): Promise<Kept | null> {
  const kept = await findKeptAssessment(x.db, hashOfSecret(secret), x.now)
  return kept && { ...kept, secret, respondents: await listRespondents(x.db, kept.id) }
}

/** The address is the key: it goes to no other site, not even as the page where somebody came from. */
async function keptIn(x: Exchange): Promise<Kept | null> {
  const secret = secretIn(x)
  x.reply.header('referrer-policy', 'same-origin')
  return secret === null ? null : findKept(x, secret)
}

const secretIn = ({ params: { secret = '' } }: Exchange): string | null => (SECRET.test(secret) ? secret : null)

interface Place {
  readonly kept: Kept
  readonly respondent: Respondent
}

async function respondentIn(x: Exchange): Promise<Place | null> {
  const kept = await keptIn(x)
  const respondent = kept?.respondents.find(({ id }) => id === x.params.id)
  return kept && respondent ? { kept, respondent } : null
}

function pathAfter(x: Exchange, { kept, respondent }: Place, step: StepName, answers: Answers): string {
  const next = stepAfter(x, step)
  if (next === 'later') return saying(assessmentPath(kept.secret), 'saved')
  if (next !== 'result') return respondentPath(kept.secret, respondent.id, next)
  const [open] = unanswered(answers)
  return open ? respondentPath(kept.secret, respondent.id, stepOf(open)) : saying(assessmentPath(kept.secret), 'saved')
}

const assessmentPage = (x: Exchange, kept: Kept, form: Filled = { words: {}, problems: [] }) => (
  <AssessmentPage x={x} kept={kept} form={form} />
)

function stepPage(x: Exchange, { kept, respondent }: Place, form: Filled) {
  return (
    <StepPage
      x={x}
      step={stepIn(x)}
      form={form}
      pathOf={(step) => respondentPath(kept.secret, respondent.id, step)}
      hasResult={isResultNear(stepIn(x), respondent.answers)}
      kept={{ title: kept.title, name: respondent.name }}
    />
  )
}
