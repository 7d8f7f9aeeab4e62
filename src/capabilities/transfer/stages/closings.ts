import { recordMany } from '#community/activity/record-many.ts'
import type { Db } from '#platform/db/database.ts'
import type { RowValues } from '../dump/rows.ts'
import { dateIn, idIn, optionalIdIn } from '../dump/values.ts'
import { type Importing, type Keyed, runStage } from '../importing.ts'
import { findQuestions, findThings, type ImportedQuestion, insertThings } from '../queries.ts'
import { type ClosingReason, closingReasonOf, closingWords } from '../text/closing-words.ts'

/** A row that says that a question was closed, or is a duplicate of another. */
interface Closing extends Keyed {
  readonly questionKey: string
  readonly originalKeys: readonly string[]
  readonly memberKey: string | null
  readonly reason: ClosingReason
  readonly at: Date
}

const CLOSED = '10'
const DUPLICATE_LINK = '3'

/** Who closed questions, and why, stands in their history. */
export function importClosings(importing: Importing): Promise<void> {
  return runStage<Closing, Closing>(importing, {
    ...{ stage: 'closings', file: 'PostHistory', kind: 'closing' },
    read: (values: RowValues, line) => {
      if (values.PostHistoryTypeId !== CLOSED) {
        if (values.PostHistoryTypeId && earlierText.has(values.PostHistoryTypeId))
          importing.report.leave('earlier version of a text')
        return null
      }
      const reason = closingReasonOf(values.Comment)
      return {
        ...{ key: idIn(values, 'Id'), line, questionKey: idIn(values, 'PostId'), reason },
        ...{ memberKey: optionalIdIn(values, 'UserId'), at: dateIn(values, 'CreationDate', importing.now) },
        originalKeys: reason === 'duplicate' ? originalsIn(values.Text) : [],
      }
    },
    prepare: (one) => one,
    write: (db, closings) => write(db, importing, closings),
  })
}

const earlierText: ReadonlySet<string> = new Set(['4', '5', '6', '7', '8', '9'])

/** Duplicates of dumps whose history does not tell. */
export function importDuplicateLinks(importing: Importing): Promise<void> {
  return runStage<Closing, Closing>(importing, {
    ...{ stage: 'closings', file: 'PostLinks', kind: 'closing' },
    read: (values: RowValues, line) => {
      if (idIn(values, 'LinkTypeId') !== DUPLICATE_LINK) {
        importing.report.leave('link between posts')
        return null
      }
      const questionKey = idIn(values, 'PostId')
      return {
        // Below zero, so that the number of a link is not taken for one of the history.
        ...{ key: `-${idIn(values, 'Id')}`, line, questionKey, originalKeys: [idIn(values, 'RelatedPostId')] },
        ...{ memberKey: null, reason: 'duplicate', at: dateIn(values, 'CreationDate', importing.now) },
      }
    },
    prepare: (one) => one,
    write: (db, closings) => write(db, importing, closings),
  })
}

function originalsIn(text: string | undefined): string[] {
  try {
    const { OriginalQuestionIds: ids } = JSON.parse(text ?? '') as { OriginalQuestionIds?: unknown }
    return Array.isArray(ids) ? ids.filter((id) => Number.isInteger(id)).map(String) : []
  } catch {
    return []
  }
}

async function write(db: Db, importing: Importing, all: readonly Closing[]): Promise<Map<string, string>> {
  const { source } = importing
  const keys = all.flatMap((one) => [one.questionKey, ...one.originalKeys])
  const questionIds = await findThings(db, source, 'question', keys)
  const members = await findThings(
    db,
    source,
    'member',
    all.flatMap((one) => one.memberKey ?? []),
  )
  const questions = await findQuestions(db, [...questionIds.values()])
  const refused = new Map<string, string>()
  for (const one of all) {
    const question = questions.get(questionIds.get(one.questionKey) ?? '')
    if (!question) refused.set(one.key, `its question ${one.questionKey} did not come in`)
    else if (isOver(one, question)) refused.set(one.key, '')
    else {
      const closedById = members.get(one.memberKey ?? '') ?? null
      const duplicateOfId = one.originalKeys.map((key) => questionIds.get(key)).find(Boolean) ?? null
      await close(db, importing, one, question, { closedById, duplicateOfId })
      await insertThings(db, source, [{ kind: 'closing', key: one.key, thingId: question.id }])
    }
  }
  return refused
}

/** Closed and opened again, perhaps several times: only the closing that lasted counts; a link tells nothing after it. */
function isOver(closing: Closing, question: ImportedQuestion): boolean {
  if (closing.key.startsWith('-')) return question.isDuplicate
  return question.closedAt === null || Math.abs(+question.closedAt - +closing.at) > 60_000
}

async function close(
  db: Db,
  { receiver, language, brand }: Importing,
  closing: Closing,
  question: ImportedQuestion,
  by: { closedById: string | null; duplicateOfId: string | null },
): Promise<void> {
  const isDuplicate = closing.reason === 'duplicate'
  await receiver.updateClosing(db, {
    questionId: question.id,
    ...by,
    reason: isDuplicate ? null : closingWords(closing.reason, language),
  })
  const actorId = by.closedById ?? question.authorId
  const mark = { kind: 'duplicate' as const, questionId: question.id, memberId: actorId, madeAt: closing.at }
  const made = isDuplicate ? await receiver.insertMarks(db, [mark]) : 0
  if (isDuplicate && made === 0) return
  await receiver.settleQuestions(db, [question.id], brand.communityConfirmations)
  await recordMany(db, [
    {
      ...{ kind: isDuplicate ? 'question.marked-duplicate' : 'question.closed', actorId, subjectKind: 'question' },
      ...{ subjectId: question.id, questionId: question.id, boardId: question.boardId },
      ...{ origin: 'imported', occurredAt: closing.at },
    },
  ])
}
