import type { BulkAnswer, BulkComment, BulkMark, BulkQuestion } from '#capabilities/questions/bulk/queries.ts'
import type { Happening } from '#community/activity/activity.ts'
import { renderMarkdown } from '#community/text/render.ts'
import { slugFor } from '#community/text/slug.ts'
import { momentBetween } from './chance.ts'
import { type DemoAnswer, type DemoQuestion, durationIn } from './content.ts'
import { type DemoIds, idOf, productOf, versionOf } from './ids.ts'

/** One question with all that hangs on it, as rows to write. */
export interface Thread {
  readonly source: DemoQuestion
  readonly question: BulkQuestion
  readonly answers: readonly BulkAnswer[]
  readonly comments: readonly BulkComment[]
  readonly marks: readonly BulkMark[]
  readonly thanks: readonly { answerId: string; authorId: string; memberId: string; at: Date }[]
  readonly same: readonly { memberId: string; at: Date }[]
  readonly follows: readonly { memberId: string; reason: 'asked' | 'answered' | 'same-problem'; at: Date }[]
  readonly proposal: SeededProposal | null
  readonly happenings: readonly Happening[]
  /** The answer that the asker confirmed first. */
  readonly bestAnswerId: string | null
}

interface SeededProposal {
  readonly id: string
  readonly originalId: string
  readonly memberId: string
  readonly reason: string
  readonly at: Date
}

export interface Threading {
  readonly ids: DemoIds
  readonly now: Date
  readonly questionIds: ReadonlyMap<string, string>
  readonly nextAnswerId: () => string
  readonly nextCommentId: () => string
  readonly nextProposalId: () => string
}

const PROMPTLY = 10 * 86_400_000

/** Brings one written question to rows; the times are relative to `now`. */
export function threadOf(source: DemoQuestion, threading: Threading): Thread {
  const { ids, now } = threading
  const id = idOf(threading.questionIds, source.key)
  const boardId = idOf(ids.boards, source.board)
  const askedAt = new Date(+now - durationIn(source.ago))
  const after = (duration: string) => new Date(Math.min(+now, +askedAt + durationIn(duration)))
  const member = (handle: string) => idOf(ids.members, handle).id
  // Nobody reacts before they joined.
  const reactionOf = (handle: string, from: Date, ...words: string[]) => {
    const earliest = new Date(Math.max(+from, +idOf(ids.members, handle).joinedAt))
    return momentBetween(earliest, new Date(Math.min(+now, +earliest + PROMPTLY)), source.key, handle, ...words)
  }
  const answerIds = new Map((source.answers ?? []).map((answer) => [answer.key, threading.nextAnswerId()]))
  const answerId = (key: string) => idOf(answerIds, key)

  const question: BulkQuestion = {
    ...{ id, boardId, authorId: member(source.by), title: source.title, slug: slugFor(source.title) },
    ...{ ...textOf(source.body), language: source.language, createdAt: askedAt },
    productId: productOf(ids, source.product),
    versionId: versionOf(ids, source.product, source.version),
    sameCount: source.same?.length ?? 0,
    duplicateOfId: source.duplicateOf ? idOf(threading.questionIds, source.duplicateOf) : null,
    closedAt: source.closed ? after(source.closed.after) : null,
    closedById: source.closed ? member(source.closed.by) : null,
    closedReason: source.closed?.reason ?? null,
  }
  const answers = (source.answers ?? []).map((answer) => ({
    ...{ id: answerId(answer.key), questionId: id, authorId: member(answer.by) },
    ...{ ...textOf(answer.body), createdAt: after(answer.after), thanksCount: answer.thanks?.length ?? 0 },
  }))
  const comments = eachOf(source, (answer) =>
    (answer.comments ?? []).map((comment) => ({
      ...{
        id: threading.nextCommentId(),
        questionId: id,
        answerId: answerId(answer.key),
        authorId: member(comment.by),
      },
      ...{ ...textOf(comment.body), createdAt: after(comment.after) },
    })),
  )
  const thanks = eachOf(source, (answer) =>
    (answer.thanks ?? []).map((handle) => ({
      ...{ answerId: answerId(answer.key), authorId: member(answer.by), memberId: member(handle) },
      at: reactionOf(handle, after(answer.after), 'thanks', answer.key),
    })),
  )
  const same = (source.same ?? []).map((handle) => ({
    memberId: member(handle),
    at: reactionOf(handle, askedAt, 'same'),
  }))
  const marks = marksOf()
  const follows = [
    { memberId: question.authorId, reason: 'asked' as const, at: askedAt },
    ...[...answers, ...comments].map((one) => ({
      memberId: one.authorId,
      reason: 'answered' as const,
      at: one.createdAt,
    })),
    ...same.map(({ memberId, at }) => ({ memberId, reason: 'same-problem' as const, at })),
  ]
  const proposal = source.proposed
    ? {
        ...{ id: threading.nextProposalId(), originalId: idOf(threading.questionIds, source.proposed.of) },
        ...{ memberId: member(source.proposed.by), reason: source.proposed.reason, at: after(source.proposed.after) },
      }
    : null
  const bestAnswerId = source.confirmed?.[0] ? answerId(source.confirmed[0].answer) : null
  const happenings = happeningsOf({ question, answers, comments, marks, thanks, same, proposal })
  return { source, question, answers, comments, marks, thanks, same, follows, proposal, happenings, bestAnswerId }

  function marksOf(): BulkMark[] {
    const onAnswer = (kind: BulkMark['kind'], key: string, handle: string, madeAt: Date) =>
      ({ kind, questionId: id, answerId: answerId(key), memberId: member(handle), madeAt }) satisfies BulkMark
    const onQuestion = (kind: BulkMark['kind'], handle: string, madeAt: Date, note?: string) =>
      ({ kind, questionId: id, memberId: member(handle), madeAt, note: note ?? null }) satisfies BulkMark
    const verdicts = (kind: 'verified' | 'outdated') =>
      (source[kind] ?? []).map((verdict) => ({
        ...onAnswer(kind, verdict.answer, verdict.by, after(verdict.after)),
        ...{ productId: productOf(ids, verdict.product), versionId: versionOf(ids, verdict.product, verdict.version) },
        note: verdict.note ?? null,
      }))
    return [
      ...(source.confirmed ?? []).map((one) => onAnswer('confirmed', one.answer, source.by, after(one.after))),
      ...eachOf(source, (answer) =>
        (answer.worked ?? []).map((handle) =>
          onAnswer('worked', answer.key, handle, reactionOf(handle, after(answer.after), 'worked', answer.key)),
        ),
      ),
      ...verdicts('verified'),
      ...verdicts('outdated'),
      ...(source.notSolved ? [onQuestion('not-solved', source.by, after(source.notSolved.after))] : []),
      ...(source.escalated
        ? [onQuestion('escalated', source.escalated.by, after(source.escalated.after), source.escalated.note)]
        : []),
      ...(source.duplicateOf
        ? [
            onQuestion(
              'duplicate',
              source.closed?.by ?? 'sam',
              question.closedAt ?? momentBetween(askedAt, now, source.key),
            ),
          ]
        : []),
    ]
  }
}

const eachOf = <T>(source: DemoQuestion, rows: (answer: DemoAnswer) => readonly T[]): T[] =>
  (source.answers ?? []).flatMap(rows)

function textOf(markdown: string): { body: string; html: string } {
  const body = markdown.trim()
  return { body, html: renderMarkdown(body).html }
}

const kindOf: Record<BulkMark['kind'], string> = {
  confirmed: 'answer.accepted',
  worked: 'answer.worked',
  verified: 'answer.verified',
  outdated: 'answer.outdated',
  'not-solved': 'question.not-solved',
  escalated: 'question.escalated',
  duplicate: 'question.marked-duplicate',
}

/** The same activity as if people had done it here, except that nobody is told. */
function happeningsOf(
  thread: Pick<Thread, 'question' | 'answers' | 'comments' | 'marks' | 'thanks' | 'same' | 'proposal'>,
): Happening[] {
  const { question, proposal } = thread
  const place = { questionId: question.id, boardId: question.boardId, origin: 'seeded' as const }
  const about = (kind: string, actorId: string, occurredAt: Date, answerId?: string | null) => ({
    ...{ kind, actorId, occurredAt, ...place },
    ...{ subjectKind: answerId ? 'answer' : 'question', subjectId: answerId ?? question.id },
  })
  const firstId = thread.answers.filter((one) => one.authorId !== question.authorId).toSorted(byTime)[0]?.id
  const closed =
    question.closedAt && question.closedById ? [about('question.closed', question.closedById, question.closedAt)] : []
  return [
    about('question.asked', question.authorId, question.createdAt),
    ...thread.answers.map((one) => ({
      ...about('answer.posted', one.authorId, one.createdAt, one.id),
      facts: {
        secondsAfterQuestion: Math.round((+one.createdAt - +question.createdAt) / 1_000),
        isFirst: one.id === firstId,
      },
    })),
    ...thread.comments.map((one) => ({
      ...about('comment.posted', one.authorId, one.createdAt),
      ...{ subjectKind: 'comment', subjectId: one.id, facts: { answerId: one.answerId } },
    })),
    ...thread.thanks.map((one) => about('answer.thanked', one.memberId, one.at, one.answerId)),
    ...thread.same.map((one) => about('question.also-had', one.memberId, one.at)),
    ...thread.marks.map((mark) => ({
      ...about(kindOf[mark.kind], mark.memberId, mark.madeAt, mark.answerId),
      ...(mark.kind === 'confirmed' || mark.kind === 'not-solved'
        ? { facts: { answerId: mark.answerId ?? null } }
        : {}),
    })),
    ...(proposal
      ? [
          {
            ...about('question.duplicate-proposed', proposal.memberId, proposal.at),
            facts: { proposalId: proposal.id, originalId: proposal.originalId },
          },
        ]
      : []),
    ...closed,
  ]
}

const byTime = (a: { createdAt: Date }, b: { createdAt: Date }) => +a.createdAt - +b.createdAt
