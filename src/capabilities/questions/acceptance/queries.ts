import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** The asker's own choice among the confirmed answers. */
export async function updateBestAnswer(db: Db, questionId: string, answerId: string): Promise<void> {
  await db.updateTable('questions').set({ best_answer_id: answerId }).where('id', '=', questionId).execute()
}

/** Confirmed answers stand beside the name of who gave them. */
export async function addConfirmed(db: Db, memberId: string): Promise<void> {
  await db
    .updateTable('members')
    .set({ confirmed_count: sql`confirmed_count + 1` })
    .where('id', '=', memberId)
    .execute()
}

/**
 * Before confirmations are taken back, of one answer or of all: what stands beside the names of those who gave them.
 * Members are locked in the order of their ids, so that two deeds never wait for each other.
 */
export async function subtractConfirmed(db: Db, questionId: string, answerId: string | null): Promise<void> {
  await sql`
    with helped as (
      select a.author_id, count(*)::int as marks from marks k join answers a on a.id = k.answer_id
      where k.question_id = ${questionId}::bigint and k.kind = 'confirmed' and k.withdrawn_at is null
        and (${answerId}::bigint is null or a.id = ${answerId}::bigint)
      group by a.author_id),
    locked as (
      select m.id, helped.marks from members m join helped on helped.author_id = m.id order by m.id for no key update of m)
    update members m set confirmed_count = greatest(0, confirmed_count - locked.marks)
    from locked where m.id = locked.id`.execute(db)
}

/** Open again, and among what is alive. */
export async function openAgain(db: Db, questionId: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({ closed_at: null, closed_by_id: null, closed_reason: null, moved_up_at: sql`now()` })
    .where('id', '=', questionId)
    .execute()
}
