import { touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { type DecisionKind, insertDecision } from '#community/decisions/decisions.ts'
import type { PostKind } from '#community/revisions/revisions.ts'
import type { Db } from '#platform/db/database.ts'
import { openAgain } from '../acceptance/queries.ts'
import { onAnswer } from '../answers/actions.ts'
import { addToAnswerCount } from '../answers/queries.ts'
import { about, onQuestion } from '../asking/actions.ts'
import { addToQuestionCount, findBoardToAskIn } from '../asking/queries.ts'
import { onComment } from '../comments/actions.ts'
import { countComments } from '../comments/queries.ts'
import { type Asked, type DeedResult, done, refused, unknown } from '../deed-result.ts'
import { acceptProposals } from '../duplicate-proposals/settling.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { type LockedQuestion, lockQuestion } from '../queries.ts'
import { mayKeep, type Verdict } from '../rules.ts'
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

/** Shows a hidden or deleted post again; what its author took away counts again too. */
export function restore(asked: Asked, post: Kept, reason: string): Promise<DeedResult> {
  return decide(asked, post, 'restore', reason, async (db, { deletedAt, authorId }) => {
    await rows.restorePost(db, post.kind, post.id)
    if (deletedAt !== null && post.kind === 'question') await addToQuestionCount(db, authorId, 1)
    if (deletedAt !== null && post.kind === 'answer') await addToAnswerCount(db, authorId, 1)
  })
}

export function closeQuestion(asked: Asked, id: string, reason: string): Promise<DeedResult> {
  const write = (db: Db) => rows.closeQuestionRow(db, id, asked.actor.id, reason)
  return decide(asked, keptQuestion(id), 'close', reason, write)
}

export function reopenQuestion(asked: Asked, id: string, reason: string): Promise<DeedResult> {
  return decide(asked, keptQuestion(id), 'reopen', reason, (db) => openAgain(db, id))
}

/** Moves a question to another board; who may see it changes with it. */
export function moveQuestion(asked: Asked, id: string, board: string, reason: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const boardId = await findBoardToAskIn(db, asked.actor, board)
    const refusal = mayKeepQuestion(asked, question, id) ?? (boardId ? null : 'no-board')
    if (refusal || !boardId) return refused(refusal ?? 'no-board')
    if (boardId === question.boardId) return done(question)
    await rows.moveQuestionRow(db, id, boardId)
    await writeDown(db, asked, keptQuestion(id), 'move', reason, question)
    return done(question)
  })
}

/** Merges a duplicate into another question: answers, followers and counts move, its address redirects for ever. */
export function mergeInto(asked: Asked, id: string, intoId: string, reason: string): Promise<DeedResult> {
  return onQuestions(asked, id, intoId, async (db, question, into) => {
    await rows.mergeQuestionRows(db, id, intoId)
    if (await rows.clearDuplicateOf(db, intoId, id)) {
      await withdrawMarks(db, { kind: 'duplicate', questionId: intoId }, asked.actor.id)
    }
    for (const changed of [id, intoId]) await settleQuestion(db, changed, asked.brand.communityConfirmations)
    await writeDown(db, asked, keptQuestion(id), 'merge', reason, question)
    await acceptProposals(db, asked.actor.id, question, into)
    await record(db, { ...about(into), kind: 'question.took-in', actorId: asked.actor.id, facts: { mergedId: id } })
    return done(into)
  })
}

/** Marks a question as a duplicate that stays where it is and points to the other. */
export function markDuplicate(asked: Asked, id: string, ofId: string, reason: string): Promise<DeedResult> {
  return onQuestions(asked, id, ofId, async (db, question, original) => {
    // A reader is sent to the end at once, and never round in a circle.
    if (original.state === 'duplicate') return refused('already-duplicate')
    await rows.setDuplicateOf(db, id, ofId)
    await insertMark(db, { kind: 'duplicate', questionId: id, memberId: asked.actor.id })
    await settleQuestion(db, id, asked.brand.communityConfirmations)
    await writeDown(db, asked, keptQuestion(id), 'mark-duplicate', reason, question)
    await acceptProposals(db, asked.actor.id, question, original)
    return done(question)
  })
}

export function withdrawDuplicate(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const refusal = mayKeepQuestion(asked, question, id)
    if (refusal) return refused(refusal)
    await rows.setDuplicateOf(db, id, null)
    const withdrawn = await withdrawMarks(db, { kind: 'duplicate', questionId: id }, asked.actor.id)
    if (withdrawn === 0) return done(question)
    await settleQuestion(db, id, asked.brand.communityConfirmations)
    await record(db, { ...about(question), kind: 'question.duplicate-withdrawn', actorId: asked.actor.id })
    return done(question)
  })
}

const keptQuestion = (id: string): Kept => ({ kind: 'question', questionId: id, id })

type Subject = Pick<LockedQuestion, 'authorId' | 'hiddenAt' | 'deletedAt'>

/** Decided once: pressing twice tells the author once. */
function decide(
  asked: Asked,
  post: Kept,
  kind: 'hide' | 'restore' | 'close' | 'reopen',
  reason: string,
  write: (db: Db, subject: Subject) => Promise<void>,
): Promise<DeedResult> {
  return onPost(asked, post, async (db, question, subject) => {
    const refusal = post.kind === 'question' ? mayKeepQuestion(asked, question, post.id) : mayKeep(asked.actor)
    if (refusal) return refused(refusal)
    if (isSo[kind](subject, question)) return done(question)
    await write(db, subject)
    if (post.kind === 'comment')
      await countComments(db, { questionId: question.id, answerId: subject.answerId ?? null })
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    const where = { ...post, questionId: question.id }
    await writeDown(db, asked, where, kind, reason, { ...question, authorId: subject.authorId })
    return done(question)
  })
}

/** Whether it stands as decided already. */
const isSo: Record<'hide' | 'restore' | 'close' | 'reopen', (subject: Subject, question: LockedQuestion) => boolean> = {
  hide: ({ hiddenAt }) => hiddenAt !== null,
  restore: ({ hiddenAt, deletedAt }) => hiddenAt === null && deletedAt === null,
  close: (_, { closedAt }) => closedAt !== null,
  reopen: (_, { closedAt }) => closedAt === null,
}

function onPost(
  asked: Asked,
  { kind, questionId, id }: Kept,
  work: (db: Db, question: LockedQuestion, subject: Subject & { answerId?: string | null }) => Promise<DeedResult>,
): Promise<DeedResult> {
  if (kind === 'answer') return onAnswer(asked, questionId, id, work)
  if (kind === 'comment') return onComment(asked, questionId, id, work)
  return onQuestion(asked, id, (db, question) => work(db, question, question))
}

/** A decision is about what the moderator saw: where that was merged meanwhile, it is not about the other question. */
const mayKeepQuestion = (asked: Asked, question: LockedQuestion, id: string): Verdict =>
  mayKeep(asked.actor) ?? (question.id === id ? null : 'already-merged')

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
  touch(db, 'sight')
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
async function onQuestions(
  asked: Asked,
  id: string,
  otherId: string,
  work: (db: Db, question: LockedQuestion, other: LockedQuestion) => Promise<DeedResult>,
): Promise<DeedResult> {
  if (id === otherId) return refused('same-question')
  const [lowId, highId] = BigInt(id) < BigInt(otherId) ? [id, otherId] : [otherId, id]
  return onQuestion(asked, lowId, async (db, low) => {
    const high = await lockQuestion(db, asked.actor, highId)
    if (!high) return unknown
    const [question, other] = lowId === id ? [low, high] : [high, low]
    const refusal = mayKeepQuestion(asked, question, id) ?? mayPointTo(other, otherId)
    return refusal ? refused(refusal) : work(db, question, other)
  })
}

function mayPointTo(other: LockedQuestion, otherId: string): Verdict {
  if (other.id !== otherId) return 'already-merged'
  return other.hiddenAt === null && other.deletedAt === null ? null : 'removed'
}
