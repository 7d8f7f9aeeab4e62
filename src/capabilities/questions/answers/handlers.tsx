import type { MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { changeText, type EditedText } from '../editing.tsx'
import {
  afterDeed,
  askedBy,
  isId,
  onceOf,
  problemWords,
  refusalWords,
  saidOf,
  turnLookedAt,
  unseenDetails,
} from '../handling.ts'
import { EditPage } from '../pages/edit-page.tsx'
import { answerPath } from '../paths.ts'
import { showAttempt } from '../reading/handlers.tsx'
import { keepingWords, refusing } from '../refusing.tsx'
import { mayEdit } from '../rules.ts'
import { answerQuestion, deleteAnswer, editAnswer } from './actions.ts'
import { answerForm } from './forms.ts'
import { findAnswerText } from './queries.ts'

/** POST /questions/:id/answers */
export async function postAnswer(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  const read = readForm(answerForm, x.body)
  const attempt = (words: string, problem: string) => showAttempt(x, { place: 'answers', words, problem })
  if (!read.ok) return attempt(read.words.body ?? '', problemWords(x, read.problems).body ?? x.t('form.unreadable'))
  const { body, keep } = read.value
  const details = unseenDetails(x, body)
  if (details.length > 0) return showAttempt(x, { place: 'answers', words: body, problem: '', details })
  const result = await answerQuestion(askedBy(x), id, { text: body, keep }, onceOf(x))
  if (result.outcome === 'unknown') return keepingWords(x)
  if (result.outcome === 'refused') return attempt(body, refusalWords(x, result.reason))
  return seeOther(saying(answerPath(result.value.questionId, result.value.id), ...saidOf('answered', result.value)))
}

/** GET /questions/:id/answers/:answerId/edit */
export async function showAnswerEdit(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  const answer = isId(id) && isId(answerId) ? await findAnswerText(x.db, x.viewer, id, answerId) : null
  if (!answer || mayEdit(x.viewer, answer) !== null) return missing
  return page(<EditPage x={x} {...editing(x)} words={answer.body} />)
}

/** POST /questions/:id/answers/:answerId/edit */
export async function postAnswerEdit(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId) || !(await findAnswerText(x.db, x.viewer, id, answerId))) return keepingWords(x)
  return changeText(x, {
    page: editing(x),
    form: answerForm,
    edit: (raw) => editAnswer(askedBy(x), id, answerId, raw),
    pathIn: (questionId) => answerPath(questionId, answerId),
  })
}

/** POST /questions/:id/answers/:answerId/deletion */
export async function postAnswerDeletion(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId)) return missing
  const place = `${turnLookedAt(x)}#answer-${answerId}`
  return afterDeed(
    await deleteAnswer(askedBy(x), id, answerId),
    'deleted',
    refusing(x, answerPath(id, answerId)),
    place,
  )
}

function editing(x: MemberExchange): EditedText['page'] {
  const { id = '', answerId = '' } = x.params
  return {
    title: x.t('questions.edit.answer'),
    action: `/questions/${id}/answers/${answerId}/edit`,
    back: answerPath(id, answerId),
    place: `edit-answer:${answerId}`,
  }
}
