import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export type FollowReason = 'chosen' | 'asked' | 'answered' | 'same-problem'

/** Follows a question. Following on its own (asked, answered) never overrules somebody who stopped following. */
export async function follow(db: Db, memberId: string, questionId: string, reason: FollowReason): Promise<void> {
  await db
    .insertInto('follows')
    .values({ subject_kind: 'question', subject_id: questionId, member_id: memberId, reason })
    .onConflict((conflict) => {
      const again = conflict.columns(['subject_kind', 'subject_id', 'member_id'])
      if (reason !== 'chosen') return again.doNothing()
      return again.doUpdateSet({ ended_at: null, reason, followed_at: sql`now()` })
    })
    .execute()
}

export async function unfollow(db: Db, memberId: string, questionId: string): Promise<void> {
  await db
    .insertInto('follows')
    .values({ subject_kind: 'question', subject_id: questionId, member_id: memberId, ended_at: sql`now()` })
    .onConflict((conflict) =>
      conflict.columns(['subject_kind', 'subject_id', 'member_id']).doUpdateSet({ ended_at: sql`now()` }),
    )
    .execute()
}

export async function listFollowers(db: Db, questionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('follows')
    .select('member_id')
    .where('subject_kind', '=', 'question')
    .where('subject_id', '=', questionId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.member_id)
}
