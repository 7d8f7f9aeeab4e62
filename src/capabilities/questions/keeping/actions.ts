import { touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { type DecisionKind, insertDecision } from '#community/decisions/decisions.ts'
import type { PostKind } from '#community/revisions/revisions.ts'
import type { Db } from '#platform/db/database.ts'
import { onAnswer } from '../answers/actions.ts'
import { about, onQuestion } from '../asking/actions.ts'
import { findBoardToAskIn } from '../asking/queries.ts'
import { onComment } from '../comments/actions.ts'
import { countComments } from '../comments/queries.ts'
import { type Asked, type DeedResult, done, refused, unknown } from '../deed-result.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { type LockedQuestion, lockQuestion } from '../queries.ts'
import { mayKeep } from '../rules.ts'
import * as rows from './queries.ts'

/** Which post a moderator decides about. */
export interface Kept {
  readonly kind: PostKind
  readonly questionId: string
  /** The answer's or comment's id; for a question its own. */
  readonly id: string
}

/** Hides a post from everybody but its author and moderators. The author gets the reason. */
export function hide(asked: Asked, post: Kept, reason: string): Promise<DeedResult> {
  return decide(asked, post, 'hide', reason, (db) => rows.hidePost(db, post.kind, post.id, asked.actor.id, reason))
}

/** Shows a hidden or deleted post again. */
export function restore(asked: Asked, post: Kept, reason: string): Promise<DeedResult> {
  return decide(asked, post, 'restore', reason, (db) => rows.restorePost(db, post.kind, post.id))
}

export function closeQuestion(asked: Asked, questionId: string, reason: string): Promise<DeedResult> {
  const question = { kind: 'question', questionId, id: questionId } as const
  return decide(asked, question, 'close', reason, (db) => rows.closeQuestionRow(db, questionId, asked.actor.id, reason))
}

export function reopenQuestion(asked: Asked, questionId: string, reason: string): Promise<DeedResult> {
  const question = { kind: 'question', questionId, id: questionId } as const
  return decide(asked, question, 'reopen', reason, (db) => rows.reopenQuestionRow(db, questionId))
}

/** Moves a question to another board; who may see it changes with it. */
export function moveQuestion(asked: Asked, questionId: string, board: string, reason: string): Promise<DeedResult> {
  return onQuestion(asked, questionId, async (db, question) => {
    const boardId = await findBoardToAskIn(db, asked.actor, board)
    const refusal = mayKeep(asked.actor) ?? (boardId ? null : 'no-board')
    if (refusal || !boardId) return refused(refusal ?? 'no-board')
    await rows.moveQuestionRow(db, questionId, boardId)
    await writeDown(db, asked, { kind: 'question', questionId, id: questionId }, 'move', reason, question)
    touch(db, `board:${boardId}`, `board:${question.boardId}`)
    return done(question)
  })
}

/** Merges a duplicate into another question: answers, followers and counts move, its address redirects for ever. */
export function mergeInto(asked: Asked, questionId: string, intoId: string, reason: string): Promise<DeedResult> {
  if (questionId === intoId) return Promise.resolve(refused('same-question'))
  return onQuestions(asked, questionId, intoId, async (db, question, into) => {
    if (question.mergedIntoId || into.mergedIntoId) return refused('already-merged')
    await rows.mergeQuestionRows(db, questionId, intoId)
    await settleQuestion(db, intoId, asked.brand.communityConfirmations)
    await writeDown(db, asked, { kind: 'question', questionId, id: questionId }, 'merge', reason, question)
    await record(db, {
      ...about(into),
      kind: 'question.took-in',
      actorId: asked.actor.id,
      facts: { mergedId: questionId },
    })
    return done(into)
  })
}

/** Marks a question as a duplicate that stays where it is and points to the other. */
export function markDuplicate(asked: Asked, questionId: string, ofId: string, reason: string): Promise<DeedResult> {
  if (questionId === ofId) return Promise.resolve(refused('same-question'))
  return onQuestions(asked, questionId, ofId, async (db, question, original) => {
    if (original.mergedIntoId) return refused('already-merged')
    await rows.setDuplicateOf(db, questionId, ofId)
    await insertMark(db, { kind: 'duplicate', questionId, memberId: asked.actor.id })
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    await writeDown(db, asked, { kind: 'question', questionId, id: questionId }, 'mark-duplicate', reason, question)
    return done(question)
  })
}

export function withdrawDuplicate(asked: Asked, questionId: string): Promise<DeedResult> {
  return onQuestion(asked, questionId, async (db, question) => {
    const refusal = mayKeep(asked.actor)
    if (refusal) return refused(refusal)
    await rows.setDuplicateOf(db, questionId, null)
    await withdrawMarks(db, { kind: 'duplicate', questionId }, asked.actor.id)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    await record(db, { ...about(question), kind: 'question.duplicate-withdrawn', actorId: asked.actor.id })
    return done(question)
  })
}

function decide(
  asked: Asked,
  post: Kept,
  kind: DecisionKind,
  reason: string,
  write: (db: Db) => Promise<void>,
): Promise<DeedResult> {
  const carryOut = async (db: Db, question: LockedQuestion, subject: { authorId: string }): Promise<DeedResult> => {
    const refusal = mayKeep(asked.actor)
    if (refusal) return refused(refusal)
    await write(db)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    await writeDown(db, asked, post, kind, reason, { ...question, authorId: subject.authorId })
    return done(question)
  }
  if (post.kind === 'answer') return onAnswer(asked, post.questionId, post.id, carryOut)
  if (post.kind === 'question') return onQuestion(asked, post.id, (db, question) => carryOut(db, question, question))
  return onComment(asked, post.questionId, post.id, async (db, question, comment) => {
    const result = await carryOut(db, question, comment)
    await countComments(db, { questionId: post.questionId, answerId: comment.answerId })
    return result
  })
}

/** The decision with its reason, and the activity from which its author hears of it. */
async function writeDown(
  db: Db,
  asked: Asked,
  post: Kept,
  kind: DecisionKind,
  reason: string,
  question: LockedQuestion,
) {
  const decisionId = await insertDecision(db, {
    kind,
    subjectKind: post.kind,
    subjectId: post.id,
    questionId: post.questionId,
    affectedId: question.authorId,
    madeById: asked.actor.id,
    reason,
  })
  await record(db, {
    kind: `${post.kind}.${pastOf[kind]}`,
    actorId: asked.actor.id,
    subjectKind: post.kind,
    subjectId: post.id,
    questionId: post.questionId,
    boardId: question.boardId,
    facts: { decisionId },
  })
}

const pastOf: Record<DecisionKind, string> = {
  hide: 'hidden',
  restore: 'restored',
  move: 'moved',
  close: 'closed',
  reopen: 'reopened',
  merge: 'merged',
  'mark-duplicate': 'marked-duplicate',
  block: 'blocked',
  unblock: 'unblocked',
}

/** Locks two questions in order of id, so that two merges crossing each other never wait for each other. */
function onQuestions(
  asked: Asked,
  firstId: string,
  secondId: string,
  work: (db: Db, first: LockedQuestion, second: LockedQuestion) => Promise<DeedResult>,
): Promise<DeedResult> {
  const [lowId, highId] = BigInt(firstId) < BigInt(secondId) ? [firstId, secondId] : [secondId, firstId]
  return onQuestion(asked, lowId, async (db, low) => {
    const high = await lockQuestion(db, asked.actor, highId)
    if (!high) return unknown
    const refusal = mayKeep(asked.actor)
    if (refusal) return refused(refusal)
    return low.id === firstId ? work(db, low, high) : work(db, high, low)
  })
}
