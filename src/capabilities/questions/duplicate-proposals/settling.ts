import { record } from '#community/activity/record.ts'
import type { Db } from '#platform/db/database.ts'
import type { LockedQuestion } from '../queries.ts'
import { updateSettled } from './queries.ts'

/**
 * Part of merging and of marking a duplicate, whichever way a moderator came to it: accepts what was proposed of these
 * two, so that whoever found it hears of it.
 */
export async function acceptProposals(
  db: Db,
  actorId: string,
  question: LockedQuestion,
  original: LockedQuestion,
): Promise<void> {
  const settled = await updateSettled(db, { id: question.id, originalId: original.id }, actorId)
  const accepted = settled.filter(({ outcome }) => outcome === 'accepted')
  await record(
    db,
    ...accepted.map(({ id, questionId }) => ({
      kind: 'question.duplicate-accepted',
      actorId,
      subjectKind: 'question',
      subjectId: questionId,
      questionId,
      boardId: original.boardId,
      facts: { proposalId: id, originalId: original.id },
    })),
  )
}
