import { recordMany } from '#community/activity/record-many.ts'
import type { Db } from '#platform/db/database.ts'
import type { RowValues } from '../dump/rows.ts'
import { idIn } from '../dump/values.ts'
import { type Importing, type Keyed, runStage } from '../importing.ts'
import { findAnswers, findQuestions, findThings, insertThings, listTallies } from '../queries.ts'
import { QUESTION } from './posts.ts'

interface Confirmation extends Keyed {
  readonly answerKey: string
}

/** An accepted answer is one that the asker confirmed. The third reading of the posts: both sides are there by now. */
export function importConfirmations(importing: Importing): Promise<void> {
  return runStage<Confirmation, Confirmation>(importing, {
    ...{ stage: 'confirmations', file: 'Posts', kind: 'confirmation', isReadAgain: true },
    read: (values: RowValues, line) => {
      if (values.PostTypeId !== QUESTION || !values.AcceptedAnswerId) return null
      return { key: idIn(values, 'Id'), line, answerKey: idIn(values, 'AcceptedAnswerId') }
    },
    prepare: (one) => one,
    write: (db, confirmations) => write(db, importing, confirmations),
  })
}

async function write(db: Db, importing: Importing, all: readonly Confirmation[]): Promise<Map<string, string>> {
  const { receiver, source, brand } = importing
  const questionIds = await findThings(
    db,
    source,
    'question',
    all.map((one) => one.key),
  )
  const answerIds = await findThings(
    db,
    source,
    'answer',
    all.map((one) => one.answerKey),
  )
  const questions = await findQuestions(db, [...questionIds.values()])
  const answers = await findAnswers(db, [...answerIds.values()])
  const tallies = await listTallies(
    db,
    source,
    all.map((one) => one.answerKey),
  )
  const refused = new Map<string, string>()
  const rows = all.flatMap((one) => {
    const question = questions.get(questionIds.get(one.key) ?? '')
    const answer = answers.get(answerIds.get(one.answerKey) ?? '')
    if (!question) refused.set(one.key, `question ${one.key} did not come in, so its accepted answer is not confirmed`)
    else if (answer?.questionId !== question.id)
      refused.set(one.key, `its accepted answer ${one.answerKey} is not one of its answers`)
    if (!question || answer?.questionId !== question.id) return []
    // Votes carry the day only; an answer is not accepted before it is given.
    const madeAt = new Date(Math.max(+answer.createdAt, +(tallies.get(one.answerKey)?.acceptedAt ?? 0)))
    return [{ ...one, question, answer, madeAt }]
  })
  await receiver.insertMarks(
    db,
    rows.map(({ question, answer, madeAt }) => ({
      ...{
        kind: 'confirmed' as const,
        questionId: question.id,
        answerId: answer.id,
        memberId: question.authorId,
        madeAt,
      },
    })),
  )
  await insertThings(
    db,
    source,
    rows.map((one) => ({ kind: 'confirmation', key: one.key, thingId: one.answer.id })),
  )
  await receiver.addToMemberCounts(
    db,
    rows.map(({ answer }) => ({ memberId: answer.authorId, confirmed: 1 })),
  )
  await receiver.settleQuestions(
    db,
    rows.map((one) => one.question.id),
    brand.communityConfirmations,
  )
  await recordMany(
    db,
    rows.map(({ question, answer, madeAt }) => ({
      ...{ kind: 'answer.accepted', actorId: question.authorId, subjectKind: 'answer', subjectId: answer.id },
      ...{ questionId: question.id, boardId: question.boardId, facts: { answerId: answer.id } },
      ...{ origin: 'imported' as const, occurredAt: madeAt },
    })),
  )
  return refused
}
