import { sql } from 'kysely'
import type { DecisionKind } from '#community/decisions/decisions.ts'
import type { Role } from '#community/members/actor.ts'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import type { Db } from '#platform/db/database.ts'

export interface KeptMember extends MemberCard {
  readonly roles: readonly Role[]
  readonly questionCount: number
  readonly answerCount: number
  readonly seenAt: Date | null
  readonly blockedAt: Date | null
  readonly blockedReason: string | null
  /** Null for imported members, and for everybody when the viewer may not know. */
  readonly email: string | null
}

export interface PeopleFilter {
  readonly q?: string
  readonly view: 'all' | 'blocked'
  readonly after?: string
}

/** Addresses are neither read nor searched for who may not know them: an answer would tell as much as the address. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  options: { withEmail: boolean; limit: number },
): Promise<KeptMember[]> {
  let people = selectPeople(db, options.withEmail).orderBy('members.id', 'desc').limit(options.limit)
  if (filter.after) people = people.where('members.id', '<', filter.after)
  if (filter.view === 'blocked') people = people.where('members.blocked_at', 'is not', null)
  if (filter.q) {
    const like = `%${filter.q.replace(/^@/, '').replace(/[\\%_]/g, '\\$&')}%`
    people = people.where(
      sql<boolean>`(members.name ilike ${like} or members.handle::text ilike ${like}
        or (${options.withEmail}::boolean and members.account_id in
          (select id from auth_users where email::text ilike ${like})))`,
    )
  }
  return people.execute()
}

export async function findPerson(db: Db, handle: string, withEmail: boolean): Promise<KeptMember | null> {
  return (await selectPeople(db, withEmail).where('members.handle', '=', handle).executeTakeFirst()) ?? null
}

function selectPeople(db: Db, withEmail: boolean) {
  return db
    .selectFrom('members')
    .select(cardColumns)
    .select(['question_count as questionCount', 'answer_count as answerCount', 'seen_at as seenAt'])
    .select(['blocked_at as blockedAt', 'blocked_reason as blockedReason'])
    .select(
      sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`.as('roles'),
    )
    .select(
      sql<string | null>`case when ${withEmail}::boolean
        then (select email::text from auth_users where id = members.account_id) end`.as('email'),
    )
}

export interface PastDecision {
  readonly id: string
  readonly kind: DecisionKind
  readonly reason: string
  readonly madeAt: Date
  readonly madeBy: string
}

/** What moderators decided about this member and their texts, newest first. */
export async function listDecisionsAbout(db: Db, memberId: string): Promise<PastDecision[]> {
  return db
    .selectFrom('decisions')
    .innerJoin('members', 'members.id', 'decisions.made_by_id')
    .select(['decisions.id', 'decisions.reason', 'decisions.made_at as madeAt', 'members.name as madeBy'])
    .select(sql<DecisionKind>`decisions.kind`.as('kind'))
    .where('decisions.affected_id', '=', memberId)
    .orderBy('decisions.id', 'desc')
    .limit(50)
    .execute()
}
