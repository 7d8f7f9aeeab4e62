import { type Db, inTransaction } from '#platform/db/database.ts'
import { SESSION_DAYS, throughGate, withLibrary } from './library.ts'
import { hashOfToken } from './secrets-at-rest.ts'

/** By which door somebody came in. A second factor will depend on it. */
export type Way = 'password' | 'code' | 'reset' | 'setup' | 'rotation'

export interface From {
  readonly way: Way
  readonly address: string
  readonly userAgent: string
}

export interface OpenedSession {
  /** For the cookie only: the table keeps its hash. */
  readonly token: string
  readonly expiresAt: Date
}

export interface SessionRow {
  readonly id: string
  readonly address: string
  readonly userAgent: string
  readonly startedAt: Date
  readonly seenAt: Date
}

const MOST_SESSIONS = 60
const DAY = 24 * 60 * 60 * 1000

/** The one gate: every way in ends here, and the library makes no session that does not pass it. */
export async function openSession(db: Db, accountId: string, from: From): Promise<OpenedSession> {
  return inTransaction(db, async (trx) => {
    const session = await throughGate(() =>
      withLibrary(trx, (library) =>
        library.createSession(accountId, false, {
          ipAddress: from.address.slice(0, 64),
          userAgent: from.userAgent.slice(0, 512),
        }),
      ),
    )
    await endOldest(trx, accountId)
    return { token: session.token, expiresAt: session.expiresAt }
  })
}

/** A new token for whoever holds this one, when what the session may do changes. */
export async function rotateSession(db: Db, sessionId: string, accountId: string, from: From): Promise<OpenedSession> {
  await endSession(db, accountId, sessionId)
  return openSession(db, accountId, from)
}

export const endSessionOf = (db: Db, token: string): Promise<void> =>
  withLibrary(db, (library) => library.deleteSession(token))

/** True when there was such a session of this account. */
export async function endSession(db: Db, accountId: string, sessionId: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('auth_sessions')
    .where('id', '=', sessionId)
    .where('user_id', '=', accountId)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

export const endAllSessions = (db: Db, accountId: string): Promise<void> =>
  withLibrary(db, (library) => library.deleteUserSessions(accountId))

export async function endOtherSessions(db: Db, accountId: string, sessionId: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('user_id', '=', accountId).where('id', '<>', sessionId).execute()
}

export async function listSessions(db: Db, accountId: string): Promise<SessionRow[]> {
  const sessions = await withLibrary(db, (library) => library.listSessions(accountId, { onlyActiveSessions: true }))
  return sessions
    .map((session) => ({
      id: session.id,
      address: session.ipAddress ?? '',
      userAgent: session.userAgent ?? '',
      startedAt: session.createdAt,
      seenAt: session.updatedAt,
    }))
    .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime())
}

/** Thirty days from each day of use: written at most once a day, however often somebody looks. */
export const needsRenewal = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() > DAY

export async function renewSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('auth_sessions')
    .set({ updated_at: now, expires_at: new Date(now.getTime() + SESSION_DAYS * DAY) })
    .where('id', '=', sessionId)
    .execute()
}

export const hashOfSession = hashOfToken

async function endOldest(db: Db, accountId: string) {
  await db
    .deleteFrom('auth_sessions')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('auth_sessions')
        .select('id')
        .where('user_id', '=', accountId)
        .orderBy('updated_at', 'desc')
        .offset(MOST_SESSIONS),
    )
    .execute()
}
