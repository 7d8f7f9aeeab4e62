import { type Actor, hasRole, isModerator, keepsSettings, type Role } from '#community/members/actor.ts'

/** Why somebody is not blocked, or a role not given; one sentence per language under `membership.refusal.<reason>`. */
export type KeepingRefusal =
  | 'own-block'
  | 'only-moderators'
  | 'only-administrators'
  | 'not-blocked'
  | 'already-blocked'
  | 'own-roles'
  | 'only-keepers'
  | 'role-of-administrators'
  | 'colleague-of-administrators'
  | 'last-administrator'

/** A rule's word: null when it may. */
type Verdict = KeepingRefusal | null

export interface RuledMember {
  readonly id: string
  readonly roles: readonly Role[]
  readonly staffTitle: string | null
  readonly blockedAt: Date | null
}

/** Moderators block customers; only administrators block colleagues; nobody blocks themselves. */
export function mayBlock(actor: Actor, member: RuledMember): Verdict {
  if (!isModerator(actor)) return 'only-moderators'
  if (actor.id === member.id) return 'own-block'
  const isColleague = member.staffTitle !== null || member.roles.length > 0
  if (isColleague && !hasRole(actor, 'administrator')) return 'only-administrators'
  return member.blockedAt === null ? null : 'already-blocked'
}

export function mayUnblock(actor: Actor, member: RuledMember): Verdict {
  const verdict = mayBlock(actor, { ...member, blockedAt: null })
  return verdict ?? (member.blockedAt === null ? 'not-blocked' : null)
}

/** What a community manager may hand out; all other roles come from administrators. */
const rolesOfManagers: readonly Role[] = ['moderator', 'editor']

/** Who may change anything about somebody's place among the colleagues: never one's own, never that of one's equals. */
export function mayPlace(actor: Actor, member: Pick<RuledMember, 'id' | 'roles'>): Verdict {
  if (!keepsSettings(actor)) return 'only-keepers'
  if (actor.id === member.id) return 'own-roles'
  if (hasRole(actor, 'administrator')) return null
  return member.roles.every((role) => rolesOfManagers.includes(role)) ? null : 'colleague-of-administrators'
}

/** Whether the actor may give this member this role, or take it away. */
export function mayChangeRole(actor: Actor, member: Pick<RuledMember, 'id' | 'roles'>, role: Role): Verdict {
  const verdict = mayPlace(actor, member)
  if (verdict) return verdict
  return hasRole(actor, 'administrator') || rolesOfManagers.includes(role) ? null : 'role-of-administrators'
}

/** Somebody must be left who can give roles. */
export const mayLoseRole = (role: Role, administrators: number): Verdict =>
  role === 'administrator' && administrators <= 1 ? 'last-administrator' : null
