import { type RawBuilder, sql } from 'kysely'
import type { Actor, Role } from '#community/members/actor.ts'
import { listedBoards } from '#community/visibility/visibility.ts'
import { hashOfSession, needsRenewal, renewSession } from '#platform/auth/sessions.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

/** Who this token of the session cookie belongs to: one query, and a second one at most once a day. */
export async function findActor(db: Db, token: string, now = new Date()): Promise<Actor | null> {
  return (await findActorAnd(db, token, now))?.actor ?? null
}

/** The same, with something else of the member, who is called `m` in it: what is asked together is told together. */
export async function findActorAnd(
  db: Db,
  token: string,
  now: Date,
  besides: RawBuilder<unknown> | null = null,
): Promise<{ actor: Actor; besides: unknown } | null> {
  const { rows } = await sql<Actor & { sessionSeenAt: Date; besides: unknown }>`
    select m.id, s.user_id as "accountId", s.id as "sessionId", s.updated_at as "sessionSeenAt", m.handle, m.name,
      m.staff_title as "staffTitle", m.avatar_id as "avatarId", m.unread_notice_count as "unreadNotices",
      m.joined_at as "joinedAt", m.blocked_at as "blockedAt", m.language,
      array(select role from member_roles where member_id = m.id order by role)::text[] as roles,
      ${listedBoards('m')} as "listedBoards", ${besides ?? sql`null`} as besides
    from auth_sessions s join members m on m.account_id = s.user_id
    where s.token = ${hashOfSession(token)} and s.expires_at > ${now}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { sessionSeenAt, besides: told, ...actor } = row
  if (needsRenewal(sessionSeenAt, now)) await renewSession(db, actor.sessionId, now)
  return { actor, besides: told }
}

/** A member as they would act, without a session: for the command line. */
export async function findActorByHandle(db: Db, handle: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'account_id as accountId', 'handle', 'name', 'staff_title as staffTitle', 'avatar_id as avatarId'])
    .select(['unread_notice_count as unreadNotices', 'joined_at as joinedAt', 'blocked_at as blockedAt'])
    .select(sql<Language | null>`language`.as('language'))
    .select([
      sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`.as('roles'),
      listedBoards('members').as('listedBoards'),
    ])
    .where('handle', '=', handle)
    .executeTakeFirst()
  return row ? { ...row, accountId: row.accountId ?? '', sessionId: '' } : null
}

/** A member as they would act, without a session: for a link that was mailed to them. */
export async function findActorById(db: Db, memberId: string): Promise<Actor | null> {
  const row = await db.selectFrom('members').select('handle').where('id', '=', memberId).executeTakeFirst()
  return row ? findActorByHandle(db, row.handle) : null
}
