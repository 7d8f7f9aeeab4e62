import { touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import type { Role } from '#community/members/actor.ts'
import { endAllSessions } from '#platform/auth/sessions.ts'
import type { Db } from '#platform/db/database.ts'
import type { Kept } from './blocking.ts'
import { deleteRole, insertRole, type LockedMember, lockAdministrators } from './keeping-queries.ts'
import { mayLoseRole } from './keeping-rules.ts'

/** Gives a role. What sessions may do changes, so they end and the member signs in again. */
export async function grantRole(db: Db, member: LockedMember, role: Role, grantedById: string | null): Promise<void> {
  if (member.roles.includes(role)) return
  await insertRole(db, member.id, role, grantedById)
  await afterRoleChange(db, member, 'member.role-granted', role, grantedById)
}

export async function revokeRole(
  db: Db,
  member: LockedMember,
  role: Role,
  revokedById: string | null,
): Promise<Kept<null>> {
  if (!member.roles.includes(role)) return { outcome: 'done', value: null }
  const refusal = mayLoseRole(role, role === 'administrator' ? (await lockAdministrators(db)).length : 0)
  if (refusal) return { outcome: 'refused', reason: refusal }
  await deleteRole(db, member.id, role)
  await afterRoleChange(db, member, 'member.role-revoked', role, revokedById)
  return { outcome: 'done', value: null }
}

async function afterRoleChange(db: Db, member: LockedMember, kind: string, role: Role, actorId: string | null) {
  if (member.accountId !== null) await endAllSessions(db, member.accountId)
  await record(db, { kind, actorId, subjectKind: 'member', subjectId: member.id, facts: { role } })
  touch(db, `member:${member.id}`)
}
