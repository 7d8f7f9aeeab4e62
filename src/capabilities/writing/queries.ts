import { sql } from 'kysely'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import type { Db } from '#platform/db/database.ts'

/** Members of whom the handle or a part of the name begins so; the most active first. */
export async function listMembersLike(db: Db, beginning: string, limit: number): Promise<MemberCard[]> {
  if (beginning === '') return []
  const like = `${beginning.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return db
    .selectFrom('members')
    .select(cardColumns)
    .where('blocked_at', 'is', null)
    .where(sql<boolean>`(handle like ${like} or lower(unaccent(name)) like lower(unaccent(${like}))
      or lower(unaccent(name)) like lower(unaccent(${`% ${like}`})))`)
    .orderBy(sql`(handle like ${like}) desc, length(handle), handle`)
    .limit(limit)
    .execute()
}

/** When this community began; null before it has a name. */
export async function findFounding(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('brand').select('founded_at as foundedAt').executeTakeFirst()
  return row?.foundedAt ?? null
}
