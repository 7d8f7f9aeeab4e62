import { record } from '#community/activity/record.ts'
import { aboutAnswer, onAnswer } from '../answers/actions.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { maySayWorked } from '../rules.ts'

/** "Worked for me": with enough of these the community confirms the answer. */
export function sayWorked(asked: Asked, id: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, id, answerId, async (db, question, answer) => {
    const refusal = maySayWorked(asked.actor, question, answer)
    if (refusal) return refused(refusal)
    const mark = { kind: 'worked', questionId: question.id, answerId, memberId: asked.actor.id } as const
    if (!(await insertMark(db, mark))) return done(question)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    await record(db, { ...aboutAnswer(question, answerId), kind: 'answer.worked', actorId: asked.actor.id })
    return done(question)
  })
}

export function withdrawWorked(asked: Asked, id: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, id, answerId, async (db, question) => {
    const mark = { kind: 'worked', questionId: question.id, answerId, memberId: asked.actor.id } as const
    if ((await withdrawMarks(db, mark, asked.actor.id)) === 0) return done(question)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    await record(db, { ...aboutAnswer(question, answerId), kind: 'answer.worked-withdrawn', actorId: asked.actor.id })
    return done(question)
  })
}
