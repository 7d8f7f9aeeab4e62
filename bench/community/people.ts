import { hashOfToken } from '#platform/auth/secrets-at-rest.ts'
import type { Db } from '#platform/db/database.ts'
import { insertRows, reserveIds } from '#platform/db/rows.ts'
import type { Chance } from './chance.ts'

const DAY = 24 * 60 * 60_000

/** What the browser of the nth member carries, and the row it stands for: known, so that the load can be signed in. */
export const tokenOf = (nth: number) => `bench-token-${nth}`
export const sessionOf = (nth: number) => `bench-session-${nth}`
const accountOf = (nth: number) => `bench-account-${nth}`

/** Members with an account and one open session each; answers their ids. */
export async function insertMembers(db: Db, count: number, names: readonly string[], now: Date, chance: Chance) {
  const ids = await reserveIds(db, 'members', count)
  const people = ids.map((id, nth) => ({ id, nth, joinedAt: new Date(+now - chance.whole(705, 900) * DAY) }))
  for (let at = 0; at < people.length; at += 2_000) await insertBatch(db, people.slice(at, at + 2_000), names, now)
  return ids
}

async function insertBatch(
  db: Db,
  people: readonly { id: string; nth: number; joinedAt: Date }[],
  names: readonly string[],
  now: Date,
): Promise<void> {
  const times = (at: Date) => ({ created_at: at, updated_at: at })
  const users = people.map(({ nth, joinedAt }) => ({
    ...{ id: accountOf(nth), name: '', email: `lid-${nth}@zonnewinde.example`, email_verified: true },
    ...times(joinedAt),
  }))
  await insertRows(db, 'auth_users', users)
  const members = people.map(({ id, nth, joinedAt }) => ({
    ...{ id, account_id: accountOf(nth), handle: `lid-${nth}`, name: `${names[nth % names.length]} ${nth}` },
    ...{ about: '', interests: [], question_count: 0, answer_count: 0, confirmed_count: 0, thanks_count: 0 },
    ...{ unread_notice_count: 0, joined_at: joinedAt, seen_at: now },
  }))
  await insertRows(db, 'members', members)
  const sessions = people.map(({ nth }) => ({
    ...{ id: sessionOf(nth), user_id: accountOf(nth), token: hashOfToken(tokenOf(nth)) },
    ...{ expires_at: new Date(+now + 30 * DAY), ...times(now) },
  }))
  await insertRows(db, 'auth_sessions', sessions)
}
