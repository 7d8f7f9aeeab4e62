import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export type FollowReason = 'chosen' | 'asked' | 'answered' | 'same-problem'

/** Follows a question. Following on its own (asked, answered) never overrules somebody who stopped following. */
export async function follow(db: Db, memberId: string, questionId: string, reason: FollowReason): Promise<void> {
  await following(memberId, questionId, reason).execute(db)
}

/** The same as part of a statement that writes more. */
export function following(memberId: string, questionId: string, reason: FollowReason): RawBuilder<unknown> {
  return sql`
    insert into follows (subject_kind, subject_id, member_id, reason)
    values ('question', ${questionId}::bigint, ${memberId}::bigint, ${reason})
    on conflict (subject_kind, subject_id, member_id) ${
      reason === 'chosen'
        ? sql`do update set ended_at = null, reason = excluded.reason, followed_at = now()`
        : sql`do nothing`
    }`
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

/** Who follows each of these questions, by question. */
export async function listFollowers(db: Db, questionIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ questionId: string; memberIds: string[] }>`
    select subject_id::text as "questionId", array_agg(member_id::text) as "memberIds" from follows
    where subject_kind = 'question' and subject_id = any(${[...questionIds]}::bigint[]) and ended_at is null
    group by subject_id`.execute(db)
  return new Map(rows.map(({ questionId, memberIds }) => [questionId, memberIds]))
}
