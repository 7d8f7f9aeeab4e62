import { record } from '#community/activity/record.ts'
import { follow } from '#community/follows/follows.ts'
import { insertRevision } from '#community/revisions/revisions.ts'
import { type ComposedText, composeText, type RawText } from '#community/text/compose.ts'
import type { Db } from '#platform/db/database.ts'
import { onQuestion } from '../asking/actions.ts'
import { type Asked, type DeedResult, done, doneOnce, refused, unknown } from '../deed-result.ts'
import { recordMentions } from '../mentions.ts'
import { mayPostNow } from '../pace.ts'
import { paceOf } from '../pace-queries.ts'
import { type LockedComment, type LockedQuestion, lockAnswer, lockComment } from '../queries.ts'
import { mayAnswer, mayDeletePost, mayEdit } from '../rules.ts'
import { countComments, deleteCommentText, insertComment, updateCommentText } from './queries.ts'

export interface Commented {
  readonly id: string
  readonly questionId: string
  readonly masked: ComposedText['masked']
}

export interface CommentPlace {
  readonly questionId: string
  /** Null: on the question itself. */
  readonly answerId: string | null
}

/**
 * Comments on an answer or on the question itself. Comments have no comments.
 * @param once the form's one-time key: sent twice, it comments once
 */
export function commentOn(
  asked: Asked,
  place: CommentPlace,
  raw: RawText,
  once?: string | null,
): Promise<DeedResult<Commented>> {
  const text = composeText(raw, asked.brand)
  const content = [place, text.body]
  return onQuestion(asked, place.questionId, (db, question) =>
    doneOnce(db, asked, { once, content }, () => commentIn(db, asked, question, place, text)),
  )
}

async function commentIn(
  db: Db,
  asked: Asked,
  question: LockedQuestion,
  { questionId, answerId }: CommentPlace,
  text: ComposedText,
): Promise<DeedResult<Commented>> {
  const { actor } = asked
  const answer = answerId ? await lockAnswer(db, questionId, answerId) : null
  if (answerId && (!answer || answer.hiddenAt || answer.deletedAt)) return unknown
  const refusal = mayAnswer(actor, question) ?? (await paceRefusal(db, asked, text))
  if (refusal) return refused(refusal)
  const id = await insertComment(db, { questionId, answerId, authorId: actor.id, body: text.body, html: text.html })
  await countComments(db, { questionId, answerId })
  await follow(db, actor.id, questionId, 'answered')
  // Before the post itself: whoever is named and follows is told of the mention, once.
  await recordMentions(db, actor, text.handles, { questionId, boardId: question.boardId, commentId: id })
  await record(db, { ...about(question, id), kind: 'comment.posted', actorId: actor.id, facts: { answerId } })
  return done({ id, questionId, masked: text.masked })
}

export function editComment(
  asked: Asked,
  questionId: string,
  commentId: string,
  raw: RawText,
): Promise<DeedResult<Commented>> {
  const text = composeText(raw, asked.brand)
  return onComment(asked, questionId, commentId, async (db, question, comment) => {
    const refusal = mayEdit(asked.actor, comment)
    if (refusal) return refused(refusal)
    await insertRevision(db, {
      kind: 'comment',
      subjectId: commentId,
      questionId,
      body: comment.body,
      editorId: asked.actor.id,
      writtenAt: comment.editedAt ?? comment.createdAt,
    })
    await updateCommentText(db, commentId, { body: text.body, html: text.html })
    await record(db, { ...about(question, commentId), kind: 'comment.edited', actorId: asked.actor.id })
    return done({ id: commentId, questionId, masked: text.masked })
  })
}

export function deleteComment(asked: Asked, questionId: string, commentId: string): Promise<DeedResult> {
  return onComment(asked, questionId, commentId, async (db, question, comment) => {
    const refusal = mayDeletePost(asked.actor, comment)
    if (refusal) return refused(refusal)
    await deleteCommentText(db, commentId, asked.actor.id)
    await countComments(db, { questionId, answerId: comment.answerId })
    await record(db, { ...about(question, commentId), kind: 'comment.deleted', actorId: asked.actor.id })
    return done(question)
  })
}

/** Locks question and comment, in that order. */
export function onComment<T>(
  asked: Asked,
  questionId: string,
  commentId: string,
  work: (db: Db, question: LockedQuestion, comment: LockedComment) => Promise<DeedResult<T>>,
): Promise<DeedResult<T>> {
  return onQuestion(asked, questionId, async (db, question) => {
    const comment = await lockComment(db, questionId, commentId)
    return comment ? work(db, question, comment) : unknown
  })
}

async function paceRefusal(db: Db, asked: Asked, text: ComposedText) {
  if (!asked.site.config.rateLimits) return null
  return mayPostNow(asked.actor, await paceOf(db, asked.actor.id, text.body), asked.site.now())
}

const about = (question: LockedQuestion, commentId: string) => ({
  subjectKind: 'comment',
  subjectId: commentId,
  questionId: question.id,
  boardId: question.boardId,
})
