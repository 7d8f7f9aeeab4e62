import { sql } from 'kysely'
import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { addToConfirmedCount } from '../answers/queries.ts'
import { type Asked, type DeedResult, done, refused, unknown } from '../deed-result.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { type LockedQuestion, lockAnswer, lockQuestion } from '../queries.ts'
import { mayAccept, maySayNotSolved } from '../rules.ts'

/** The asker says that this answer solved it. Several may stand; the one confirmed last is the best. */
export function acceptAnswer(asked: Asked, questionId: string, answerId: string): Promise<DeedResult> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, questionId)
    const answer = question && (await lockAnswer(db, questionId, answerId))
    if (!question || !answer) return unknown
    const refusal = mayAccept(asked.actor, question, answer)
    if (refusal) return refused(refusal)
    const wasNotSolved = await withdrawMarks(db, { kind: 'not-solved', questionId }, asked.actor.id)
    const isNew = await insertMark(db, { kind: 'confirmed', questionId, answerId, memberId: asked.actor.id })
    await db.updateTable('questions').set({ best_answer_id: answerId }).where('id', '=', questionId).execute()
    if (isNew) await addToConfirmedCount(db, answer.authorId, 1)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    if (isNew || wasNotSolved > 0) await recordOutcome(db, asked.actor, question, 'answer.accepted', answerId)
    return done(question)
  })
}

/** Takes the confirmation of one answer back, or of all. */
export function withdrawAcceptance(asked: Asked, questionId: string, answerId?: string): Promise<DeedResult> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, questionId)
    if (!question) return unknown
    const refusal = maySayNotSolved(asked.actor, question)
    if (refusal) return refused(refusal)
    const withdrawn = await withdrawConfirmations(db, asked.actor, question, answerId)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    if (withdrawn > 0) await recordOutcome(db, asked.actor, question, 'answer.unaccepted', answerId ?? null)
    return done(question)
  })
}

/** The asker says that it is not solved, or not after all: the question opens again and moves up. */
export function sayNotSolved(asked: Asked, questionId: string): Promise<DeedResult> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, questionId)
    if (!question) return unknown
    const refusal = maySayNotSolved(asked.actor, question)
    if (refusal) return refused(refusal)
    await withdrawMarks(db, { kind: 'not-solved', questionId }, asked.actor.id)
    // A new mark gets a later time than any confirmation before it, also within one transaction.
    await insertMark(db, { kind: 'not-solved', questionId, memberId: asked.actor.id, madeAt: asked.site.now() })
    await reopen(db, questionId)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    await recordOutcome(db, asked.actor, question, 'question.not-solved', null)
    return done(question)
  })
}

/** Undoes "not solved": what was confirmed before counts again. */
export function withdrawNotSolved(asked: Asked, questionId: string): Promise<DeedResult> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, questionId)
    if (!question) return unknown
    const refusal = maySayNotSolved(asked.actor, question)
    if (refusal) return refused(refusal)
    const withdrawn = await withdrawMarks(db, { kind: 'not-solved', questionId }, asked.actor.id)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    if (withdrawn > 0) await recordOutcome(db, asked.actor, question, 'question.not-solved-withdrawn', null)
    return done(question)
  })
}

async function withdrawConfirmations(db: Db, actor: Actor, question: LockedQuestion, answerId?: string) {
  const helpers = await db
    .selectFrom('marks')
    .innerJoin('answers', 'answers.id', 'marks.answer_id')
    .select('answers.author_id')
    .where('marks.question_id', '=', question.id)
    .where('marks.kind', '=', 'confirmed')
    .where('marks.withdrawn_at', 'is', null)
    .$if(answerId !== undefined, (query) => query.where('answers.id', '=', answerId as string))
    .execute()
  for (const helper of helpers) await addToConfirmedCount(db, helper.author_id, -1)
  return withdrawMarks(db, { kind: 'confirmed', questionId: question.id, answerId }, actor.id)
}

async function reopen(db: Db, questionId: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({ closed_at: null, closed_by_id: null, closed_reason: null, moved_up_at: sql`now()` })
    .where('id', '=', questionId)
    .execute()
}

function recordOutcome(db: Db, actor: Actor, question: LockedQuestion, kind: string, answerId: string | null) {
  return record(db, {
    kind,
    actorId: actor.id,
    subjectKind: answerId ? 'answer' : 'question',
    subjectId: answerId ?? question.id,
    questionId: question.id,
    boardId: question.boardId,
    facts: { answerId },
  })
}
