import { record } from '#community/activity/record.ts'
import { follow, unfollow } from '#community/follows/follows.ts'
import { about, onQuestion } from '../asking/actions.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import { maySayHaveThisToo } from '../rules.ts'
import { deleteSameProblem, insertSameProblem } from './queries.ts'

/** "I have this too": counts, and follows along. */
export function sayHaveThisToo(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const refusal = maySayHaveThisToo(asked.actor, question)
    if (refusal) return refused(refusal)
    const isNew = await insertSameProblem(db, question.id, asked.actor.id)
    await follow(db, asked.actor.id, question.id, 'same-problem')
    if (isNew) await record(db, { ...about(question), kind: 'question.also-had', actorId: asked.actor.id })
    return done(question)
  })
}

export function withdrawHaveThisToo(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const was = await deleteSameProblem(db, question.id, asked.actor.id)
    if (was) await record(db, { ...about(question), kind: 'question.no-longer-had', actorId: asked.actor.id })
    return done(question)
  })
}

export function followQuestion(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    await follow(db, asked.actor.id, question.id, 'chosen')
    await record(db, { ...about(question), kind: 'question.followed', actorId: asked.actor.id })
    return done(question)
  })
}

export function unfollowQuestion(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    await unfollow(db, asked.actor.id, question.id)
    await record(db, { ...about(question), kind: 'question.unfollowed', actorId: asked.actor.id })
    return done(question)
  })
}
