import { record } from '#community/activity/record.ts'
import { onAnswer } from '../answers/actions.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import { insertMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { maySayWorked } from '../rules.ts'

/** "Worked for me": with enough of these the community confirms the answer. */
export function sayWorked(asked: Asked, questionId: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, questionId, answerId, async (db, question, answer) => {
    const refusal = maySayWorked(asked.actor, question, answer)
    if (refusal) return refused(refusal)
    const isNew = await insertMark(db, { kind: 'worked', questionId, answerId, memberId: asked.actor.id })
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    if (isNew) await record(db, { ...about(question.boardId), kind: 'answer.worked' })
    return done(question)
  })

  function about(boardId: string) {
    return { actorId: asked.actor.id, subjectKind: 'answer', subjectId: answerId, questionId, boardId }
  }
}

export function withdrawWorked(asked: Asked, questionId: string, answerId: string): Promise<DeedResult> {
  return onAnswer(asked, questionId, answerId, async (db, question) => {
    const mark = { kind: 'worked', questionId, answerId, memberId: asked.actor.id } as const
    const withdrawn = await withdrawMarks(db, mark, asked.actor.id)
    await settleQuestion(db, questionId, asked.brand.communityConfirmations)
    const about = { actorId: asked.actor.id, subjectKind: 'answer', subjectId: answerId, questionId }
    if (withdrawn > 0) await record(db, { ...about, boardId: question.boardId, kind: 'answer.worked-withdrawn' })
    return done(question)
  })
}
