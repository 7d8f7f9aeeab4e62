import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Counts of what a community begins with; of questions no more than are asked for. */
export interface Begun {
  readonly boards: number
  readonly products: number
  readonly keepers: number
  readonly questions: number
}

export async function findBegun(db: Db, mostQuestions: number): Promise<Begun> {
  const { rows } = await sql<Begun>`
    select (select count(*) from boards where archived_at is null)::int as boards,
      (select count(*) from products where archived_at is null)::int as products,
      (select count(distinct member_id) from member_roles)::int as keepers,
      (select count(*) from (select from questions limit ${mostQuestions}) few)::int as questions`.execute(db)
  return rows[0] as Begun
}
