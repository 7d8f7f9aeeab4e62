import { recordMany } from '#community/activity/record-many.ts'
import type { Db } from '#platform/db/database.ts'
import { reserveIds } from '#platform/db/rows.ts'
import type { RowValues } from '../dump/rows.ts'
import { dateIn, idIn } from '../dump/values.ts'
import { type Importing, type Keyed, runStage } from '../importing.ts'
import { findAnswers, findQuestions, findThings, insertThings } from '../queries.ts'
import { creditFor } from '../text/credit.ts'
import { type ImportedText, importedText } from '../text/texts.ts'
import { type Author, authorIn, authorMissing, authorsOf } from './authors.ts'

const LONGEST = 8_192

interface CommentRow extends Keyed {
  readonly postKey: string
  readonly author: Author
  readonly createdAt: Date
  readonly markdown: string
  readonly licence: string | undefined
}

type Comment = CommentRow & ImportedText

/** Comments are written in Markdown there too; they hang on questions and on answers. */
export function importComments(importing: Importing): Promise<void> {
  const { brand, report, now } = importing
  return runStage<CommentRow, Comment>(importing, {
    ...{ stage: 'comments', file: 'Comments', kind: 'comment' },
    read: (values: RowValues, line) => ({
      ...{ key: idIn(values, 'Id'), line, postKey: idIn(values, 'PostId'), markdown: values.Text ?? '' },
      ...{ createdAt: dateIn(values, 'CreationDate', now), licence: values.ContentLicense },
      author: authorIn(values, 'UserId', 'UserDisplayName'),
    }),
    prepare: (comment) => {
      const text = importedText(comment.markdown, brand, LONGEST)
      report.masked += text.masked
      return { ...comment, ...text }
    },
    write: (db, comments) => write(db, importing, comments),
  })
}

async function write(db: Db, importing: Importing, all: readonly Comment[]): Promise<Map<string, string>> {
  const { receiver, source, brand, host } = importing
  const refused = new Map<string, string>()
  const places = await placesOf(db, source, all)
  const placed = all.flatMap((comment) => {
    const place = places.get(comment.postKey)
    if (!place) refused.set(comment.key, `its post ${comment.postKey} did not come in`)
    return place ? [{ ...comment, ...place }] : []
  })
  const authors = await authorsOf(db, importing, placed)
  for (const { key, author } of placed) if (!authors.has(key)) refused.set(key, authorMissing(author))
  const comments = placed.filter((one) => authors.has(one.key))
  const ids = await reserveIds(db, 'comments', comments.length)
  const rows = comments.map((comment, at) => {
    const author = authors.get(comment.key) as { id: string; name: string }
    return { ...comment, id: ids[at] as string, authorId: author.id, authorName: author.name }
  })
  await receiver.insertComments(db, rows)
  await insertThings(
    db,
    source,
    rows.map(({ key, id, authorName, author, postKey, createdAt, licence }) => {
      const path = `/posts/comments/${key}`
      const credit = creditFor({ path, author: authorName, authorKey: author.key, createdAt, licence }, host)
      return { kind: 'comment' as const, key, thingId: id, credit, postKey }
    }),
  )
  await receiver.settleQuestions(
    db,
    rows.map((one) => one.questionId),
    brand.communityConfirmations,
  )
  await recordMany(
    db,
    rows.map((one) => ({
      ...{ kind: 'comment.posted', actorId: one.authorId, subjectKind: 'comment', subjectId: one.id },
      ...{ questionId: one.questionId, boardId: one.boardId, facts: { answerId: one.answerId } },
      ...{ origin: 'imported' as const, occurredAt: one.createdAt },
    })),
  )
  return refused
}

interface Place {
  readonly questionId: string
  readonly answerId: string | null
  readonly boardId: string
}

async function placesOf(db: Db, source: string, comments: readonly Comment[]): Promise<Map<string, Place>> {
  const keys = comments.map((one) => one.postKey)
  const questionIds = await findThings(db, source, 'question', keys)
  const answerIds = await findThings(db, source, 'answer', keys)
  const questions = await findQuestions(db, [...questionIds.values()])
  const answers = await findAnswers(db, [...answerIds.values()])
  const places = new Map<string, Place>()
  for (const [key, id] of questionIds) {
    const question = questions.get(id)
    if (question) places.set(key, { questionId: id, answerId: null, boardId: question.boardId })
  }
  for (const [key, id] of answerIds) {
    const answer = answers.get(id)
    if (answer) places.set(key, { questionId: answer.questionId, answerId: id, boardId: answer.boardId })
  }
  return places
}
