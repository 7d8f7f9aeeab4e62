import type { Db } from '#platform/db/database.ts'
import { insertRows } from '#platform/db/rows.ts'
import { type DemoIds, idOf } from './ids.ts'
import type { Thread } from './threads.ts'

/** Who finds something new behind the bell when they first sign in, and of which kind at most. */
const told = [
  { handle: 'fatima', most: 3 },
  { handle: 'henk', most: 4 },
] as const

type NewNotice = {
  kind: string
  happening: string
  answerId: string | null
  actorId: string
  at: Date
  questionId: string
}

/** A few notices as the last days would have left them: new answers for who asked, thanks and confirmations for who helped. */
export async function insertNotices(
  db: Db,
  threads: readonly Thread[],
  members: DemoIds['members'],
  now: Date,
): Promise<void> {
  for (const { handle, most } of told) {
    const memberId = idOf(members, handle).id
    const notices = threads
      .flatMap((thread) => noticesFor(memberId, thread))
      .filter((notice) => notice.at < now)
      .toSorted((a, b) => +a.at - +b.at)
      .slice(-most)
    await insertRows(
      db,
      'notices',
      notices.map((notice) => rowOf(memberId, notice)),
    )
    await db.updateTable('members').set({ unread_notice_count: notices.length }).where('id', '=', memberId).execute()
  }
}

/** One notice per question and kind, as bundling would have it: the newest. */
function noticesFor(memberId: string, { question, answers, marks, thanks }: Thread): NewNotice[] {
  const questionId = question.id
  const own = new Set(answers.filter((answer) => answer.authorId === memberId).map((answer) => answer.id))
  const newAnswers = answers
    .filter((answer) => question.authorId === memberId && answer.authorId !== memberId)
    .map((one) => ({
      kind: 'answer',
      happening: `answer:${one.id}`,
      answerId: one.id,
      actorId: one.authorId,
      at: one.createdAt,
    }))
  const confirmed = marks
    .filter((mark) => mark.kind === 'confirmed' && mark.memberId !== memberId && own.has(mark.answerId ?? ''))
    .map((one) => ({
      kind: 'confirmed',
      happening: `confirmed:${one.answerId}`,
      answerId: one.answerId ?? null,
      actorId: one.memberId,
      at: one.madeAt,
    }))
  const thanked = thanks
    .filter((one) => one.authorId === memberId)
    .map((one) => ({
      kind: 'thanks',
      happening: `thanks:${one.answerId}:${one.memberId}`,
      answerId: one.answerId,
      actorId: one.memberId,
      at: one.at,
    }))
  return [newAnswers, confirmed, thanked].flatMap((kind) => {
    const newest = kind.toSorted((a, b) => +b.at - +a.at)[0]
    return newest ? [{ ...newest, questionId }] : []
  })
}

const rowOf = (memberId: string, notice: NewNotice) => ({
  ...{ member_id: memberId, kind: notice.kind, happening: notice.happening, question_id: notice.questionId },
  ...{ answer_id: notice.answerId, actor_id: notice.actorId, facts: {}, created_at: notice.at },
})
