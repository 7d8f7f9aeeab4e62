import type { MemberExchange } from '#community/exchange.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, type Reply } from '#platform/http/reply.ts'
import { commentForm } from '../answers/forms.ts'
import { askWhetherToDelete } from '../deleting.tsx'
import { changeText, type EditedText } from '../editing.tsx'
import { afterDeed, askedBy, isId, onceOf } from '../handling.ts'
import { EditPage } from '../pages/edit-page.tsx'
import { commentDeedPath, commentPath } from '../paths.ts'
import { postText } from '../posting.tsx'
import { keepingWords, refusing } from '../refusing.tsx'
import { mayDeletePost, mayEdit } from '../rules.ts'
import { commentOn, deleteComment, editComment } from './actions.ts'
import { findCommentText } from './queries.ts'

/** POST /questions/:id/comments */
export async function postComment(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  const read = readForm(commentForm, x.body)
  const { answerId = null } = read.ok ? read.value : read.words
  return postText(x, read, {
    place: answerId ? `answer-${answerId}` : 'question',
    post: (raw) => commentOn(askedBy(x), { questionId: id, answerId }, raw, onceOf(x)),
    said: 'commented',
    pathIn: commentPath,
  })
}

/** GET /questions/:id/comments/:commentId/edit */
export async function showCommentEdit(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  const comment = isId(id) && isId(commentId) ? await findCommentText(x.db, x.viewer, id, commentId) : null
  if (!comment || mayEdit(x.viewer, comment) !== null) return missing
  const mayDelete = mayDeletePost(x.viewer, comment) === null
  return page(
    <EditPage
      x={x}
      {...editing(x)}
      words={comment.body}
      deletion={mayDelete ? commentDeedPath(id ?? '', commentId ?? '', 'deletion') : undefined}
    />,
  )
}

/** POST /questions/:id/comments/:commentId/edit */
export async function postCommentEdit(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId) || !(await findCommentText(x.db, x.viewer, id, commentId))) return keepingWords(x)
  return changeText(x, {
    page: editing(x),
    form: commentForm,
    edit: (raw) => editComment(askedBy(x), id, commentId, raw),
    pathIn: (questionId) => commentPath(questionId, commentId),
  })
}

/** GET /questions/:id/comments/:commentId/deletion */
export async function showCommentDeletion(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId)) return missing
  const comment = await findCommentText(x.db, x.viewer, id, commentId)
  if (!comment || mayDeletePost(x.viewer, comment) !== null) return missing
  const action = commentDeedPath(id, commentId, 'deletion')
  return askWhetherToDelete(
    x,
    { kind: 'comment', questionId: id, id: commentId },
    { action, back: commentPath(id, commentId) },
  )
}

/** POST /questions/:id/comments/:commentId/deletion */
export async function postCommentDeletion(x: MemberExchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId)) return missing
  return afterDeed(await deleteComment(askedBy(x), id, commentId), 'deleted', refusing(x, `/questions/${id}`))
}

function editing(x: MemberExchange): EditedText['page'] {
  const { id = '', commentId = '' } = x.params
  return {
    title: x.t('questions.edit.comment'),
    label: x.t('questions.comment.label'),
    action: commentDeedPath(id, commentId, 'edit'),
    back: commentPath(id, commentId),
    place: `edit-comment:${commentId}`,
  }
}
