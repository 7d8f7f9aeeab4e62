import { record } from '#community/activity/record.ts'
import type { Actor, Role } from '#community/members/actor.ts'
import { type LockedMember, lockAdministrators, lockMember } from '#community/members/keeping-queries.ts'
import { type KeepingRefusal, mayChangeRole, mayLoseRole, mayPlace } from '#community/members/keeping-rules.ts'
import { grantRole, revokeRole } from '#community/members/role-keeping.ts'
import { findActorByHandle } from '#community/members/sessions.ts'
import { endAllSessions } from '#platform/auth/sessions.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asked, change, done, type Outcome, refused, unknown } from '../outcome.ts'
import { differenceOf } from '../rules.ts'
import { touchEveryPage } from '../touching.ts'
import { findTitles, type Titles, updateTitles } from './queries.ts'

export interface Place {
  readonly role: readonly Role[]
  /** The roles that the person saw ticked. */
  readonly had: readonly Role[]
  readonly staffTitle?: string
  readonly expertTitle?: string
  readonly expertReason?: string
}

/** Roles, job title and the name of an expert: what somebody may do, and how others see them. */
export function placeMember(asked: Asked, handle: string, place: Place): Promise<Outcome> {
  return change(asked, async (db) => {
    const member = await lockMember(db, handle)
    if (!member) return unknown
    // As they are by now: who lost a role a moment ago gives none away any more.
    const actor = (await findActorByHandle(db, asked.actor.handle)) ?? asked.actor
    const { given, taken } = differenceOf(member.roles, place.had, place.role)
    const refusal = await refusalOf(db, actor, member, [...given, ...taken], taken)
    if (refusal) return refused(refusal, 'role')
    if (place.expertTitle && !place.expertReason) return refused('expert-reason', 'expertReason')
    for (const role of given) await grantRole(db, member, role, actor.id)
    for (const role of taken) await revokeRole(db, member, role, actor.id)
    await changeTitles(db, actor, member, titlesOf(place))
    touchEveryPage(db, 'members', `member:${member.id}`)
    return done(null)
  })
}

async function refusalOf(
  db: Db,
  actor: Actor,
  member: LockedMember,
  changed: readonly Role[],
  taken: readonly Role[],
): Promise<KeepingRefusal | null> {
  const refusal =
    mayPlace(actor, member) ?? changed.map((role) => mayChangeRole(actor, member, role)).find(Boolean) ?? null
  if (refusal || !taken.includes('administrator')) return refusal
  return mayLoseRole('administrator', (await lockAdministrators(db)).length)
}

/** Whoever becomes a colleague, or is one no more, signs in again: their sessions may do other things now. */
async function changeTitles(db: Db, actor: Actor, member: LockedMember, titles: Titles) {
  const before = await findTitles(db, member.id)
  await updateTitles(db, member.id, titles)
  const isStaff = titles.staffTitle !== null
  const wasStaff = before.staffTitle !== null
  if (isStaff !== wasStaff && member.accountId !== null) await endAllSessions(db, member.accountId)
  const subject = { actorId: actor.id, subjectKind: 'member', subjectId: member.id }
  if (titles.staffTitle !== before.staffTitle) {
    await record(db, { ...subject, kind: 'member.staff-title-changed', facts: { isStaff } })
  }
  if (titles.expertTitle !== before.expertTitle || titles.expertReason !== before.expertReason) {
    const isExpert = titles.expertTitle !== null
    await record(db, { ...subject, kind: 'member.expert-title-changed', facts: { isExpert } })
  }
}

const titlesOf = ({ staffTitle, expertTitle, expertReason }: Place): Titles => ({
  staffTitle: staffTitle ?? null,
  expertTitle: expertTitle ?? null,
  expertReason: expertTitle ? (expertReason ?? null) : null,
})
