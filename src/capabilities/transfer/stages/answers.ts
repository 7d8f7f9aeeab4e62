import { recordMany } from '#community/activity/record-many.ts'
import type { Db } from '#platform/db/database.ts'
import { reserveIds } from '#platform/db/rows.ts'
import { idIn } from '../dump/values.ts'
import type { Importing } from '../importing.ts'
import {
  findQuestions,
  findThings,
  type ImportedQuestion,
  insertOldAddresses,
  insertThings,
  listTallies,
} from '../queries.ts'
import { authorMissing, authorsOf } from './authors.ts'
import { ANSWER, creditOfPost, importPosts, type ReadyPost, upVotesOf } from './posts.ts'

type Answer = ReadyPost & { questionKey: string }

export function importAnswers(importing: Importing): Promise<void> {
  return importPosts(importing, {
    ...{ stage: 'answers', type: ANSWER, kind: 'answer' },
    extra: (values) => ({ questionKey: idIn(values, 'ParentId') }),
    write: (db, answers) => write(db, importing, answers),
  })
}

async function write(db: Db, importing: Importing, all: readonly Answer[]): Promise<Map<string, string>> {
  const { receiver, source, brand } = importing
  const refused = new Map<string, string>()
  const questionIds = await findThings(
    db,
    source,
    'question',
    all.map((one) => one.questionKey),
  )
  const questions = await findQuestions(db, [...questionIds.values()])
  const placed = all.flatMap((answer) => {
    const question = questions.get(questionIds.get(answer.questionKey) ?? '')
    if (!question) refused.set(answer.key, `its question ${answer.questionKey} did not come in`)
    return question ? [{ ...answer, question }] : []
  })
  const authors = await authorsOf(db, importing, placed)
  const tallies = await listTallies(
    db,
    source,
    placed.map((one) => one.key),
  )
  for (const { key, author } of placed) if (!authors.has(key)) refused.set(key, authorMissing(author))
  const answers = placed.filter((one) => authors.has(one.key))
  const ids = await reserveIds(db, 'answers', answers.length)
  const rows = answers.map((answer, at) => {
    const author = authors.get(answer.key) as { id: string; name: string }
    const thanksCount = upVotesOf(importing, answer, tallies)
    return {
      ...answer,
      id: ids[at] as string,
      questionId: answer.question.id,
      authorId: author.id,
      authorName: author.name,
      thanksCount,
    }
  })
  await receiver.insertAnswers(db, rows)
  importing.report.of('votes').made += rows.reduce((sum, one) => sum + one.thanksCount, 0)
  await insertThings(
    db,
    source,
    rows.map((one) => ({
      ...{ kind: 'answer' as const, key: one.key, thingId: one.id, startingCount: one.thanksCount },
      credit: creditOfPost(importing, one, one.authorName, `/a/${one.key}`),
    })),
  )
  await insertOldAddresses(
    db,
    rows.map((one) => ({
      path: `/import/${source}/a/${one.key}`,
      target: receiver.answerPath(one.questionId, one.id),
    })),
  )
  await receiver.addToMemberCounts(
    db,
    rows.map((one) => ({ memberId: one.authorId, answers: 1, thanks: one.thanksCount })),
  )
  await receiver.settleQuestions(
    db,
    rows.map((one) => one.questionId),
    brand.communityConfirmations,
  )
  await recordMany(
    db,
    rows.map((one) => happeningOf(one, one.question)),
  )
  return refused
}

const happeningOf = (answer: { id: string; authorId: string; createdAt: Date }, question: ImportedQuestion) => ({
  ...{ kind: 'answer.posted', actorId: answer.authorId, subjectKind: 'answer', subjectId: answer.id },
  ...{ questionId: question.id, boardId: question.boardId, origin: 'imported' as const, occurredAt: answer.createdAt },
})
