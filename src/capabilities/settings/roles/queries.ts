import { sql } from 'kysely'
import type { Role } from '#community/members/actor.ts'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import type { Db } from '#platform/db/database.ts'

export interface Colleague extends MemberCard {
  readonly roles: readonly Role[]
  readonly blockedAt: Date | null
}

/** Everybody with a role, a job title or the name of an expert. */
export async function listColleagues(db: Db): Promise<Colleague[]> {
  return selectColleagues(db)
    .where(
      sql<boolean>`(staff_title is not null or expert_title is not null
        or exists (select 1 from member_roles r where r.member_id = members.id))`,
    )
    .orderBy(sql`staff_title is null`)
    .orderBy('name')
    .orderBy('id')
    .limit(1_000)
    .execute()
}

export async function findColleague(db: Db, handle: string): Promise<Colleague | null> {
  return (await selectColleagues(db).where('handle', '=', handle).executeTakeFirst()) ?? null
}

function selectColleagues(db: Db) {
  return db
    .selectFrom('members')
    .select(cardColumns)
    .select('blocked_at as blockedAt')
    .select(
      sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`.as('roles'),
    )
}

export interface Titles {
  readonly staffTitle: string | null
  readonly expertTitle: string | null
  readonly expertReason: string | null
}

export async function findTitles(db: Db, memberId: string): Promise<Titles> {
  return db
    .selectFrom('members')
    .select(['staff_title as staffTitle', 'expert_title as expertTitle', 'expert_reason as expertReason'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
}

export async function updateTitles(db: Db, memberId: string, titles: Titles): Promise<void> {
  const { staffTitle, expertTitle, expertReason } = titles
  await db
    .updateTable('members')
    .set({ staff_title: staffTitle, expert_title: expertTitle, expert_reason: expertReason })
    .where('id', '=', memberId)
    .execute()
}
