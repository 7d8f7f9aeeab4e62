import { record } from '#community/activity/record.ts'
import { claimPictures } from '#community/attachments/queries.ts'
import { follow } from '#community/follows/follows.ts'
import type { ComposedText, RawText } from '#community/text/compose.ts'
import { composeKnown } from '#community/text/compose-known.ts'
import type { Db } from '#platform/db/database.ts'
import { onQuestion } from '../asking/actions.ts'
import { type Asked, type DeedResult, done, doneOnce, refused, unknown } from '../deed-result.ts'
import { recordMentions } from '../mentions.ts'
import { postingTooFast } from '../pace-refusal.ts'
import { type LockedComment, type LockedQuestion, lockAnswer, lockComment } from '../queries.ts'
import { replaceText } from '../replacing.ts'
import { LONGEST, mayAnswer, mayDeletePost, mayStore } from '../rules.ts'
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
export async function commentOn(
  asked: Asked,
  place: CommentPlace,
  raw: RawText,
  once?: string | null,
): Promise<DeedResult<Commented>> {
  const text = await composeKnown(asked.site.db, raw, asked.brand)
  const content = [place, text.body]
  return onQuestion(asked, place.questionId, (db, question) =>
    doneOnce(db, asked, { once, content }, () => commentIn(db, asked, question, place.answerId, text)),
  )
}

async function commentIn(
  db: Db,
  asked: Asked,
  question: LockedQuestion,
  answerId: string | null,
  text: ComposedText,
): Promise<DeedResult<Commented>> {
  const { actor } = asked
  const questionId = question.id
  const answer = answerId ? await lockAnswer(db, questionId, answerId) : null
  if (answerId && (!answer || answer.hiddenAt || answer.deletedAt)) return unknown
  const refusal =
    mayAnswer(actor, question) ?? mayStore(text.body, LONGEST.comment) ?? (await postingTooFast(db, asked, text.body))
  if (refusal) return refused(refusal)
  const id = await insertComment(db, { questionId, answerId, authorId: actor.id, body: text.body, html: text.html })
  await countComments(db, { questionId, answerId })
  await claimPictures(db, actor.id, text.pictureIds, { kind: 'comment', id, questionId })
  await follow(db, actor.id, questionId, 'answered')
  // Before the post itself: whoever is named and follows is told of the mention, once.
  await recordMentions(db, actor, text.handles, { questionId, boardId: question.boardId, commentId: id })
  await record(db, { ...about(question, id), kind: 'comment.posted', actorId: actor.id, facts: { answerId } })
  return done({ id, questionId, masked: text.masked })
}

/** Changes a comment; what stood before is kept as history. */
export async function editComment(
  asked: Asked,
  questionId: string,
  commentId: string,
  raw: RawText,
): Promise<DeedResult<Commented>> {
  const text = await composeKnown(asked.site.db, raw, asked.brand)
  return onComment(asked, questionId, commentId, (db, question, comment) =>
    replaceText(db, asked, { kind: 'comment', question, post: comment, update: updateCommentText }, text),
  )
}

export function deleteComment(asked: Asked, questionId: string, commentId: string): Promise<DeedResult> {
  return onComment(asked, questionId, commentId, async (db, question, comment) => {
    const refusal = mayDeletePost(asked.actor, comment)
    if (refusal) return refused(refusal)
    await deleteCommentText(db, commentId, asked.actor.id)
    await countComments(db, { questionId: question.id, answerId: comment.answerId })
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
    const comment = await lockComment(db, question.id, commentId)
    return comment ? work(db, question, comment) : unknown
  })
}

const about = (question: LockedQuestion, commentId: string) => ({
  subjectKind: 'comment',
  subjectId: commentId,
  questionId: question.id,
  boardId: question.boardId,
})
