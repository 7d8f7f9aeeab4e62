import { record } from '#community/activity/record.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { onAnswer } from '../answers/actions.ts'
import { onQuestion } from '../asking/actions.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import type { LockedQuestion } from '../queries.ts'
import { mayAccept, maySayNotSolved } from '../rules.ts'
import { addConfirmed, openAgain, subtractConfirmed, updateBestAnswer } from './queries.ts'

/** The asker says that this answer solved it. Several may stand; the one confirmed last is the best. */
export function acceptAnswer(asked: Asked, id: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, id, answerId, async (db, question, answer) => {
    const refusal = mayAccept(asked.actor, question, answer)
    if (refusal) return refused(refusal)
    const questionId = question.id
    const wasNotSolved = await withdrawMarks(db, { kind: 'not-solved', questionId }, asked.actor.id)
    const isNew = await insertMark(db, { kind: 'confirmed', questionId, answerId, memberId: asked.actor.id })
    await updateBestAnswer(db, questionId, answerId)
    if (isNew) await addConfirmed(db, answer.authorId)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    if (isNew || wasNotSolved > 0) await recordOutcome(db, asked.actor, question, { kind: 'answer.accepted', answerId })
    return done(question)
  })
}

/** Takes the confirmation of one answer back, or of all. */
export function withdrawAcceptance(asked: Asked, id: string, answerId?: string): Promise<DeedResult> {
  return asAsker(asked, id, async (db, question) => {
    await subtractConfirmed(db, question.id, answerId ?? null)
    const which = { kind: 'confirmed', questionId: question.id, answerId } as const
    const withdrawn = await withdrawMarks(db, which, asked.actor.id)
    return withdrawn > 0 ? { kind: 'answer.unaccepted', answerId } : null
  })
}

/** The asker says that it is not solved, or not after all: the question opens again and moves up. */
export function sayNotSolved(asked: Asked, id: string): Promise<DeedResult> {
  return asAsker(asked, id, async (db, question) => {
    const which = { kind: 'not-solved', questionId: question.id } as const
    await withdrawMarks(db, which, asked.actor.id)
    await insertMark(db, { ...which, memberId: asked.actor.id })
    await openAgain(db, question.id)
    return { kind: 'question.not-solved' }
  })
}

/** Undoes "not solved": what was confirmed before counts again. */
export function withdrawNotSolved(asked: Asked, id: string): Promise<DeedResult> {
  return asAsker(asked, id, async (db, question) => {
    const withdrawn = await withdrawMarks(db, { kind: 'not-solved', questionId: question.id }, asked.actor.id)
    return withdrawn > 0 ? { kind: 'question.not-solved-withdrawn' } : null
  })
}

interface Outcome {
  readonly kind: string
  readonly answerId?: string
}

/** A deed of the asker on how it ended; null where nothing changed, and then nothing is recorded. */
function asAsker(
  asked: Asked,
  id: string,
  work: (db: Db, question: LockedQuestion) => Promise<Outcome | null>,
): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const refusal = maySayNotSolved(asked.actor, question)
    if (refusal) return refused(refusal)
    const outcome = await work(db, question)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    if (outcome) await recordOutcome(db, asked.actor, question, outcome)
    return done(question)
  })
}

function recordOutcome(db: Db, actor: Actor, question: LockedQuestion, { kind, answerId }: Outcome) {
  return record(db, {
    kind,
    actorId: actor.id,
    subjectKind: answerId ? 'answer' : 'question',
    subjectId: answerId ?? question.id,
    questionId: question.id,
    boardId: question.boardId,
    facts: { answerId: answerId ?? null },
  })
}
