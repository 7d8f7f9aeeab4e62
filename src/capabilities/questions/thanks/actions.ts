import { record } from '#community/activity/record.ts'
import { deleteThanks, insertThanks } from '#community/reactions/thanks.ts'
import type { Db } from '#platform/db/database.ts'
import { aboutAnswer, onAnswer } from '../answers/actions.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import type { LockedAnswer, LockedQuestion } from '../queries.ts'
import { mayThank } from '../rules.ts'
import { addToThanksCounts } from './queries.ts'

/** Thanks somebody for an answer, once. */
export function giveThanks(asked: Asked, id: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, id, answerId, async (db, question, answer) => {
    const refusal = mayThank(asked.actor, answer)
    if (refusal) return refused(refusal)
    const isNew = await insertThanks(db, 'answer', answerId, asked.actor.id)
    if (isNew) await count(db, asked, question, answer, 1)
    return done(question)
  })
}

export function takeThanksBack(asked: Asked, id: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, id, answerId, async (db, question, answer) => {
    const was = await deleteThanks(db, 'answer', answerId, asked.actor.id)
    if (was) await count(db, asked, question, answer, -1)
    return done(question)
  })
}

async function count(db: Db, asked: Asked, question: LockedQuestion, answer: LockedAnswer, by: 1 | -1): Promise<void> {
  await addToThanksCounts(db, answer, by)
  const kind = by === 1 ? 'answer.thanked' : 'answer.thanks-withdrawn'
  await record(db, { ...aboutAnswer(question, answer.id), kind, actorId: asked.actor.id })
}
