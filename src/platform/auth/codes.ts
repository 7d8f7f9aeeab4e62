import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { hashOfCode, hashOfToken, isSame, newCode, newToken } from './secrets-at-rest.ts'

const CODE_MINUTES = 10
const CODE_TRIES = 5

/** What an e-mail code may be used for, and the proof that it was right. */
export type Purpose = 'enter' | 'email'

export interface MadeCode {
  /** Goes with the form: tries are counted per ticket. */
  readonly ticket: string
  /** For the mail only. */
  readonly code: string
}

/** A code of six digits for this address; an older one for the same purpose is dead from now on. */
export async function makeCode(
  db: Db,
  secret: string,
  purpose: Purpose,
  subject: string,
  now: Date,
): Promise<MadeCode> {
  const [ticket, code] = [newToken(), newCode()]
  await keep(db, `${purpose}-code`, subject, ticket, hashOfCode(secret, ticket, code), minutesAfter(now, CODE_MINUTES))
  return { ticket, code }
}

/**
 * Who proved to read the mail of this address, or null. Each call is one try, counted by the same statement that
 * allows it, so that a hundred at once are still only five. A right code works once. Do not roll this back.
 */
export async function useCode(
  db: Db,
  secret: string,
  purpose: Purpose,
  given: { ticket: string; code: string },
  now: Date,
): Promise<string | null> {
  const row = await db
    .updateTable('auth_verifications')
    .set({ tries: sql`tries + 1` })
    .where('id', '=', given.ticket)
    .where('identifier', 'like', `onderling:${purpose}-code:%`)
    .where('tries', '<', CODE_TRIES)
    .where('expires_at', '>', now)
    .returning(['identifier', 'value'])
    .executeTakeFirst()
  if (!row || !isSame(row.value, hashOfCode(secret, given.ticket, given.code))) return null
  const used = await db.deleteFrom('auth_verifications').where('id', '=', given.ticket).executeTakeFirst()
  return used.numDeletedRows === 1n ? subjectOf(row.identifier) : null
}

/** Where the code of this ticket was sent; null once it is used or too old. No try. */
export async function findCodeSubject(db: Db, purpose: Purpose, ticket: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('auth_verifications')
    .select('identifier')
    .where('id', '=', ticket)
    .where('identifier', 'like', `onderling:${purpose}-code:%`)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? subjectOf(row.identifier) : null
}

export type LinkPurpose = 'reset' | 'join'

/** A token for a link or a form that works once; an older one for the same purpose and subject dies. */
export async function makeToken(
  db: Db,
  purpose: LinkPurpose,
  subject: string,
  minutes: number,
  now: Date,
): Promise<string> {
  const token = newToken()
  await keep(db, purpose, subject, newToken(), hashOfToken(token), minutesAfter(now, minutes))
  return token
}

/** Whose token it is, without using it up. */
export async function findToken(db: Db, purpose: LinkPurpose, token: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('auth_verifications')
    .select('identifier')
    .where('value', '=', hashOfToken(token))
    .where('identifier', 'like', `onderling:${purpose}:%`)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? subjectOf(row.identifier) : null
}

/** Uses the token up; null when it is unknown, too old, or another request was first. */
export async function useToken(db: Db, purpose: LinkPurpose, token: string, now: Date): Promise<string | null> {
  const row = await db
    .deleteFrom('auth_verifications')
    .where('value', '=', hashOfToken(token))
    .where('identifier', 'like', `onderling:${purpose}:%`)
    .where('expires_at', '>', now)
    .returning('identifier')
    .executeTakeFirst()
  return row ? subjectOf(row.identifier) : null
}

/** Everything that was mailed to this address and could still let somebody in. */
export async function forgetMailed(db: Db, email: string): Promise<void> {
  const identifiers = ['enter-code', 'reset', 'join'].map((purpose) => identifierOf(purpose, email))
  await db.deleteFrom('auth_verifications').where('identifier', 'in', identifiers).execute()
}

export async function sweepVerifications(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('auth_verifications').where('expires_at', '<', now).execute()
  await db.deleteFrom('auth_sessions').where('expires_at', '<', now).execute()
}

async function keep(db: Db, purpose: string, subject: string, id: string, value: string, expiresAt: Date) {
  await db
    .insertInto('auth_verifications')
    .values({ id, identifier: identifierOf(purpose, subject), value, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict
        .column('identifier')
        .where('identifier', 'like', sql.lit('onderling:%'))
        .doUpdateSet({ id, value, expires_at: expiresAt, tries: 0, created_at: sql`now()`, updated_at: sql`now()` }),
    )
    .execute()
}

const identifierOf = (purpose: string, subject: string) => `onderling:${purpose}:${subject.toLowerCase()}`
const subjectOf = (identifier: string) => identifier.split(':').slice(2).join(':')
const minutesAfter = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
