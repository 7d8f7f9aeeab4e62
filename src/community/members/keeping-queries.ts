import { sql } from 'kysely'
import type { Role } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

export interface LockedMember {
  readonly id: string
  readonly accountId: string | null
  readonly handle: string
  readonly name: string
  readonly staffTitle: string | null
  readonly language: Language | null
  readonly blockedAt: Date | null
  readonly roles: readonly Role[]
}

export async function lockMember(db: Db, handle: string): Promise<LockedMember | null> {
  // The lock first: what is read beside it must be what stands once it is ours.
  const locked = await db.selectFrom('members').select('id').where('handle', '=', handle).forUpdate().executeTakeFirst()
  if (!locked) return null
  return db
    .selectFrom('members')
    .select(['id', 'account_id as accountId', 'handle', 'name', 'staff_title as staffTitle'])
    .select(['blocked_at as blockedAt', sql<Language | null>`language`.as('language')])
    .select(
      sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`.as('roles'),
    )
    .where('id', '=', locked.id)
    .executeTakeFirstOrThrow()
}

export async function updateBlock(
  db: Db,
  memberId: string,
  block: { byId: string; reason: string; at: Date } | null,
): Promise<void> {
  await db
    .updateTable('members')
    .set({
      blocked_at: block?.at ?? null,
      blocked_by_id: block?.byId ?? null,
      blocked_reason: block?.reason ?? null,
    })
    .where('id', '=', memberId)
    .execute()
}

export async function insertRole(db: Db, memberId: string, role: Role, grantedById: string | null): Promise<void> {
  await db
    .insertInto('member_roles')
    .values({ member_id: memberId, role, granted_by_id: grantedById })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteRole(db: Db, memberId: string, role: Role): Promise<void> {
  await db.deleteFrom('member_roles').where('member_id', '=', memberId).where('role', '=', role).execute()
}

/** Locks them, so that two do not take each other's role away at once. */
export async function lockAdministrators(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('member_roles')
    .select('member_id')
    .where('role', '=', 'administrator')
    .forUpdate()
    .execute()
  return rows.map((row) => row.member_id)
}
