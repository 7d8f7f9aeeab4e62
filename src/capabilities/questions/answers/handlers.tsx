import type { MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { askWhetherToDelete } from '../deleting.tsx'
import { changeText, type EditedText } from '../editing.tsx'
import { afterDeed, askedBy, isId, onceOf } from '../handling.ts'
import { EditPage } from '../pages/edit-page.tsx'
import { answerDeedPath, answerPath } from '../paths.ts'
import { postText } from '../posting.tsx'
import { keepingWords, refusing } from '../refusing.tsx'
import { mayDeletePost, mayEdit } from '../rules.ts'
import { answerQuestion, deleteAnswer, editAnswer } from './actions.ts'
import { answerForm } from './forms.ts'
import { findAnswerText } from './queries.ts'

/** POST /questions/:id/answers */
export async function postAnswer(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  return postText(x, readForm(answerForm, x.body), {
    place: 'answers',
    post: (raw) => answerQuestion(askedBy(x), id, raw, onceOf(x)),
    said: 'answered',
    pathIn: answerPath,
  })
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

/** GET /questions/:id/answers/:answerId/deletion */
export async function showAnswerDeletion(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId)) return missing
  const answer = await findAnswerText(x.db, x.viewer, id, answerId)
  if (!answer || mayDeletePost(x.viewer, answer) !== null) return missing
  const action = answerDeedPath(id, answerId, 'deletion')
  return askWhetherToDelete(
    x,
    { kind: 'answer', questionId: id, id: answerId },
    { action, back: answerPath(id, answerId) },
  )
}

/** POST /questions/:id/answers/:answerId/deletion */
export async function postAnswerDeletion(x: MemberExchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId)) return missing
  const result = await deleteAnswer(askedBy(x), id, answerId)
  if (result.outcome === 'done') return seeOther(saying(answerPath(result.value.id, answerId), 'deleted'))
  return afterDeed(result, 'deleted', refusing(x, answerPath(id, answerId)))
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
