import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { claimPictures } from '#community/attachments/queries.ts'
import type { ComposedText, RawText } from '#community/text/compose.ts'
import { composeKnown } from '#community/text/compose-known.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asked, type DeedResult, done, doneOnce, refused, unknown } from '../deed-result.ts'
import { settleQuestion } from '../marks/queries.ts'
import { mentionsInNew } from '../mentions.ts'
import { postingTooFast } from '../pace-refusal.ts'
import { type LockedAnswer, type LockedQuestion, lockAnswer, lockQuestion } from '../queries.ts'
import { quotesInNew } from '../quoting/telling.ts'
import { replaceText } from '../replacing.ts'
import { LONGEST, mayAnswer, mayDeletePost, mayStore } from '../rules.ts'
import { addToAnswerCount, deleteAnswerText, insertAnswer, newAnswerId, updateAnswerText } from './queries.ts'

export interface Answered {
  readonly id: string
  readonly questionId: string
  readonly masked: ComposedText['masked']
}

/**
 * Answers a question. The answer, its activity and the question's counts are one transaction.
 * @param once the form's one-time key: sent twice, it answers once
 */
export async function answerQuestion(
  asked: Asked,
  questionId: string,
  raw: RawText,
  once?: string | null,
): Promise<DeedResult<Answered>> {
  const text = await composeKnown(asked.site.db, raw, asked.brand)
  const content = [questionId, text.body]
  const draftPlace = `answer:${questionId}`
  return deed(asked.site, (db) =>
    doneOnce(db, asked, { once, content }, () => answerIn(db, asked, questionId, text, draftPlace)),
  )
}

/** The same within a transaction that is open already. */
export async function answerIn(
  db: Db,
  asked: Asked,
  toQuestionId: string,
  text: ComposedText,
  draftPlace: string | null = null,
): Promise<DeedResult<Answered>> {
  const { actor, site } = asked
  const question = await lockQuestion(db, actor, toQuestionId)
  if (!question) return unknown
  const refusal =
    mayAnswer(actor, question) ?? mayStore(text.body, LONGEST.text) ?? (await postingTooFast(db, asked, text.body))
  if (refusal) return refused(refusal)
  const { id: questionId, boardId } = question
  const state = question.state === 'new' ? 'answered' : question.state
  const answer = { questionId, authorId: actor.id, body: text.body, html: text.html, state, draftPlace }
  const posted = {
    ...{ kind: 'answer.posted', actorId: actor.id, subjectKind: 'answer', subjectId: newAnswerId, questionId, boardId },
    facts: {
      secondsAfterQuestion: Math.round((+site.now() - +question.createdAt) / 1_000),
      isFirst: isFirst(question, actor.id),
    },
  }
  // Before the post itself: whoever is named or quoted and follows is told of that, once.
  const mentions = await mentionsInNew(db, actor, text.handles, { questionId, boardId, answerId: newAnswerId })
  const quotes = await quotesInNew(db, actor, text.quoted, { questionId, boardId, answerId: newAnswerId })
  const id = await insertAnswer(db, answer, [...mentions, ...quotes, posted])
  await claimPictures(db, actor.id, text.pictureIds, { kind: 'answer', id, questionId })
  return done({ id, questionId, masked: text.masked })
}

/** Changes an answer; what stood before is kept as history. */
export async function editAnswer(
  asked: Asked,
  questionId: string,
  answerId: string,
  raw: RawText,
): Promise<DeedResult<Answered>> {
  const text = await composeKnown(asked.site.db, raw, asked.brand)
  return onAnswer(asked, questionId, answerId, (db, question, answer) =>
    replaceText(db, asked, { kind: 'answer', question, post: answer, update: updateAnswerText }, text),
  )
}

/** Takes one's own answer away; a line in its place says so. */
export function deleteAnswer(asked: Asked, questionId: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, questionId, answerId, async (db, question, answer) => {
    const refusal = mayDeletePost(asked.actor, answer)
    if (refusal) return refused(refusal)
    await deleteAnswerText(db, answerId, asked.actor.id)
    await addToAnswerCount(db, answer.authorId, -1)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    await record(db, { ...aboutAnswer(question, answerId), kind: 'answer.deleted', actorId: asked.actor.id })
    return done(question)
  })
}

/** Locks question and answer, in that order everywhere, so that two deeds never wait for each other. */
export function onAnswer<T>(
  asked: Asked,
  questionId: string,
  answerId: string,
  work: (db: Db, question: LockedQuestion, answer: LockedAnswer) => Promise<DeedResult<T>>,
): Promise<DeedResult<T>> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, questionId)
    const answer = question && (await lockAnswer(db, question.id, answerId))
    return question && answer ? work(db, question, answer) : unknown
  })
}

const isFirst = (question: LockedQuestion, actorId: string) =>
  question.firstAnswerAt === null && question.authorId !== actorId

/** The subject of an answer's activity. */
export const aboutAnswer = (question: { id: string; boardId: string }, answerId: string) => ({
  subjectKind: 'answer',
  subjectId: answerId,
  questionId: question.id,
  boardId: question.boardId,
})
