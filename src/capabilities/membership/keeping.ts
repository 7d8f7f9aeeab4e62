import { deed, touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { insertDecision } from '#community/decisions/decisions.ts'
import type { Actor, Role } from '#community/members/actor.ts'
import { findAccount } from '#platform/auth/accounts.ts'
import { endAllSessions } from '#platform/auth/sessions.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asking, done, type Outcome, refused } from './asking.ts'
import { blockedMail, unblockedMail } from './mails.ts'
import { deleteRole, insertRole, type LockedMember, lockAdministrators, lockMember, updateBlock } from './queries.ts'
import { mayBlock, mayLoseRole, mayUnblock } from './rules.ts'

type Keeping = Pick<Asking, 'site' | 'brand' | 'language' | 'now'>

/** From the next request on this member reads but writes nothing; the reason goes to them by mail. Null: no such member. */
export function blockMember(
  asking: Keeping,
  actor: Actor,
  handle: string,
  reason: string,
): Promise<Outcome<LockedMember> | null> {
  return deed(asking.site, async (db) => {
    const member = await lockMember(db, handle)
    if (!member) return null
    const refusal = mayBlock(actor, member)
    if (refusal) return refused(refusal)
    await updateBlock(db, member.id, { byId: actor.id, reason, at: asking.now })
    await decide(db, actor, member, 'block', reason)
    await tell(db, asking, member, (to) => blockedMail(asking, to, reason))
    return done(member)
  })
}

export function unblockMember(
  asking: Keeping,
  actor: Actor,
  handle: string,
  reason: string,
): Promise<Outcome<LockedMember> | null> {
  return deed(asking.site, async (db) => {
    const member = await lockMember(db, handle)
    if (!member) return null
    const refusal = mayUnblock(actor, member)
    if (refusal) return refused(refusal)
    await updateBlock(db, member.id, null)
    await decide(db, actor, member, 'unblock', reason)
    await tell(db, asking, member, (to) => unblockedMail(asking, to, reason))
    return done(member)
  })
}

async function decide(db: Db, actor: Actor, member: LockedMember, kind: 'block' | 'unblock', reason: string) {
  await insertDecision(db, {
    kind,
    subjectKind: 'member',
    subjectId: member.id,
    affectedId: member.id,
    madeById: actor.id,
    reason,
  })
  const happened = kind === 'block' ? 'member.blocked' : 'member.unblocked'
  await record(db, { kind: happened, actorId: actor.id, subjectKind: 'member', subjectId: member.id })
}

type Recipient = Parameters<typeof blockedMail>[1]

async function tell(
  db: Db,
  asking: Keeping,
  member: LockedMember,
  mail: (to: Recipient) => ReturnType<typeof blockedMail>,
) {
  const account = member.accountId === null ? null : await findAccount(db, member.accountId)
  if (!account) return
  await mail({ to: account.email, member, key: `block:${member.id}:${asking.now.getTime()}` }).queue(db)
}

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
): Promise<Outcome<null>> {
  if (!member.roles.includes(role)) return done(null)
  const refusal = mayLoseRole(role, role === 'administrator' ? (await lockAdministrators(db)).length : 0)
  if (refusal) return refused(refusal)
  await deleteRole(db, member.id, role)
  await afterRoleChange(db, member, 'member.role-revoked', role, revokedById)
  return done(null)
}

async function afterRoleChange(db: Db, member: LockedMember, kind: string, role: Role, actorId: string | null) {
  if (member.accountId !== null) await endAllSessions(db, member.accountId)
  await record(db, { kind, actorId, subjectKind: 'member', subjectId: member.id, facts: { role } })
  touch(db, `member:${member.id}`)
}
