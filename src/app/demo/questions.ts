import {
  addToMemberCounts,
  insertAnswers,
  insertComments,
  insertMarks,
  insertQuestions,
  insertQuestionTags,
} from '#capabilities/questions/bulk/queries.ts'
import { settleQuestions } from '#capabilities/questions/bulk/settle.ts'
import { recordMany } from '#community/activity/record-many.ts'
import { tagSlug, tagsFor } from '#community/topics/tags.ts'
import type { Db } from '#platform/db/database.ts'
import { insertRows, reserveIds } from '#platform/db/rows.ts'
import { type DemoQuestion, durationIn } from './content.ts'
import { type DemoIds, idOf } from './ids.ts'
import { type Thread, threadOf } from './threads.ts'

/** Writes all questions with what hangs on them, oldest first, and settles their states and counts. */
export async function insertThreads(
  db: Db,
  questions: readonly DemoQuestion[],
  ids: DemoIds,
  now: Date,
): Promise<Thread[]> {
  const threads = await threadsOf(db, questions, ids, now)
  await insertPosts(db, threads)
  await insertReactions(db, threads)
  await tagThreads(db, threads)
  await chooseBest(db, threads)
  await settleQuestions(
    db,
    threads.map((thread) => thread.question.id),
    3,
  )
  await addToMemberCounts(db, threads.flatMap(countsOf))
  await recordMany(db, threads.flatMap((thread) => thread.happenings).toSorted(byTime))
  return threads
}

const byTime = (a: { occurredAt?: Date }, b: { occurredAt?: Date }) => Number(a.occurredAt) - Number(b.occurredAt)

async function threadsOf(db: Db, questions: readonly DemoQuestion[], ids: DemoIds, now: Date): Promise<Thread[]> {
  const inOrder = questions.toSorted((a, b) => durationIn(b.ago) - durationIn(a.ago))
  const answers = questions.flatMap((question) => question.answers ?? [])
  const comments = answers.flatMap((answer) => answer.comments ?? [])
  const questionIds = await reserveIds(db, 'questions', inOrder.length)
  const answerIds = (await reserveIds(db, 'answers', answers.length)).values()
  const commentIds = (await reserveIds(db, 'comments', comments.length)).values()
  const proposed = questions.filter((question) => question.proposed)
  const proposalIds = (await reserveIds(db, 'duplicate_proposals', proposed.length)).values()
  const threading = {
    ...{ ids, now, questionIds: new Map(inOrder.map((question, at) => [question.key, questionIds[at] as string])) },
    nextAnswerId: () => answerIds.next().value as string,
    nextCommentId: () => commentIds.next().value as string,
    nextProposalId: () => proposalIds.next().value as string,
  }
  return inOrder.map((question) => threadOf(question, threading))
}

async function insertPosts(db: Db, threads: readonly Thread[]): Promise<void> {
  // A duplicate may point to a question that is asked later: all are there when the references are checked.
  await insertQuestions(
    db,
    threads.map((thread) => thread.question),
  )
  await insertAnswers(
    db,
    threads.flatMap((thread) => thread.answers),
  )
  await insertComments(
    db,
    threads.flatMap((thread) => thread.comments),
  )
}

async function insertReactions(db: Db, threads: readonly Thread[]): Promise<void> {
  await insertMarks(
    db,
    threads.flatMap((thread) => thread.marks),
  )
  const thanks = threads.flatMap((thread) => thread.thanks)
  const givenThanks = thanks.map(({ answerId, memberId, at }) => ({
    ...{ subject_kind: 'answer', subject_id: answerId, member_id: memberId, given_at: at },
  }))
  await insertRows(db, 'thanks', givenThanks)
  const same = threads.flatMap(({ question, same }) =>
    same.map(({ memberId, at }) => ({ question_id: question.id, member_id: memberId, said_at: at })),
  )
  await insertRows(db, 'same_problems', same)
  const follows = threads.flatMap(({ question, follows }) =>
    follows.map(({ memberId, reason, at }) => ({
      ...{ subject_kind: 'question', subject_id: question.id, member_id: memberId, reason, followed_at: at },
    })),
  )
  await insertRows(db, 'follows', follows, { skipKnown: true })
  const proposals = threads.flatMap(({ question, proposal }) =>
    proposal
      ? [
          {
            ...{ id: proposal.id, question_id: question.id, of_id: proposal.originalId },
            ...{ proposed_by_id: proposal.memberId, reason: proposal.reason, proposed_at: proposal.at },
          },
        ]
      : [],
  )
  await insertRows(db, 'duplicate_proposals', proposals)
}

async function tagThreads(db: Db, threads: readonly Thread[]): Promise<void> {
  const wanted = threads.flatMap(({ question, source }) =>
    [...new Set((source.tags ?? []).map(tagSlug))].map((slug) => ({ questionId: question.id, slug })),
  )
  const tags = await tagsFor(db, [...new Set(wanted.map((one) => one.slug))].sort())
  const tagIds = new Map(tags.map((tag) => [tag.slug, tag.id]))
  await insertQuestionTags(
    db,
    wanted.map(({ questionId, slug }) => ({ questionId, tagId: idOf(tagIds, slug) })),
  )
}

async function chooseBest(db: Db, threads: readonly Thread[]): Promise<void> {
  for (const { question, bestAnswerId } of threads) {
    if (bestAnswerId === null) continue
    await db.updateTable('questions').set({ best_answer_id: bestAnswerId }).where('id', '=', question.id).execute()
  }
}

const countsOf = ({ question, answers, marks }: Thread) => {
  const authors = new Map(answers.map((answer) => [answer.id, answer.authorId]))
  const confirmed = marks.filter((mark) => mark.kind === 'confirmed')
  return [
    { memberId: question.authorId, questions: 1 },
    ...answers.map((answer) => ({ memberId: answer.authorId, answers: 1, thanks: answer.thanksCount ?? 0 })),
    ...confirmed.map((mark) => ({ memberId: idOf(authors, mark.answerId ?? ''), confirmed: 1 })),
  ]
}
