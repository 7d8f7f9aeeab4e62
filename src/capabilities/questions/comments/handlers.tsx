import type { MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { commentForm } from '../answers/forms.ts'
import { onceOf } from '../asking/handlers.tsx'
import { afterDeed, askedBy, isId, problemWords, refusalWords } from '../handling.ts'
import { EditPage, type EditPageProps } from '../pages/edit-page.tsx'
import { RefusedPage } from '../pages/refused-page.tsx'
import { commentDeedPath, commentPath } from '../paths.ts'
import { showAttempt } from '../reading/handlers.tsx'
import { mayEdit } from '../rules.ts'
import { commentOn, deleteComment, editComment } from './actions.ts'
import { findCommentText } from './queries.ts'

/** POST /questions/:id/comments */
export async function postComment(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  const read = readForm(commentForm, x.body)
  const answerId = read.ok ? read.value.answerId : read.words.answerId
  const place = answerId ? `answer-${answerId}` : 'question'
  if (!read.ok) {
    const problem = problemWords(x, read.problems).body ?? x.t('form.unreadable')
    return showAttempt(x, { place, words: read.words.body ?? '', problem })
  }
  const { body, keep } = read.value
  const result = await commentOn(
    askedBy(x),
    { questionId: id, answerId: answerId ?? null },
    { text: body, keep },
    onceOf(x),
  )
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused')
    return showAttempt(x, { place, words: body, problem: refusalWords(x, result.reason) })
  const said = result.value.masked.length > 0 ? (['commented', 'masked'] as const) : (['commented'] as const)
  return seeOther(saying(commentPath(id, result.value.id), ...said))
}

/** GET /questions/:id/comments/:commentId/edit */
export async function showCommentEdit(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  const comment = isId(id) && isId(commentId) ? await findCommentText(x.db, x.viewer, id, commentId) : null
  if (!comment || mayEdit(x.viewer, comment) !== null) return missing
  return page(<EditPage {...editing(x)} words={comment.body} />)
}

/** POST /questions/:id/comments/:commentId/edit */
export async function postCommentEdit(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId) || !(await findCommentText(x.db, x.viewer, id, commentId))) return missing
  const read = readForm(commentForm, x.body)
  if (!read.ok) {
    return pageWithProblems(
      <EditPage {...editing(x)} words={read.words.body ?? ''} problem={problemWords(x, read.problems).body} />,
    )
  }
  const { body, keep } = read.value
  const result = await editComment(askedBy(x), id, commentId, { text: body, keep })
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') {
    return pageWithProblems(<EditPage {...editing(x)} words={body} problem={refusalWords(x, result.reason)} />)
  }
  return seeOther(saying(commentPath(id, commentId), 'edited'))
}

/** POST /questions/:id/comments/:commentId/deletion */
export async function postCommentDeletion(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId)) return missing
  const result = await deleteComment(askedBy(x), id, commentId)
  const back = `/questions/${id}`
  return afterDeed(result, 'deleted', (reason) => page(<RefusedPage x={x} reason={reason} back={back} />, 409))
}

function editing(x: MemberExchange): Pick<EditPageProps, 'x' | 'action' | 'back' | 'place' | 'title' | 'deletion'> {
  const { id = '', commentId = '' } = x.params
  return {
    x,
    title: x.t('questions.edit.comment'),
    action: commentDeedPath(id, commentId, 'edit'),
    deletion: commentDeedPath(id, commentId, 'deletion'),
    back: commentPath(id, commentId),
    place: `edit-comment:${commentId}`,
  }
}
