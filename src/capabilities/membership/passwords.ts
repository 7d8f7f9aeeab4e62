import type { Actor } from '#community/members/actor.ts'
import { findAccount, findAccountByEmail, isPasswordOf, lockAccount, setPassword } from '#platform/auth/accounts.ts'
import { forgetMailed, makeToken, useToken } from '#platform/auth/codes.ts'
import { endAllSessions, endOtherSessions, type OpenedSession, rotateSession } from '#platform/auth/sessions.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { type Asking, done, type Entered, fromOf, type Outcome, refused, wait } from './asking.ts'
import { deleteEmailChange } from './email-change-queries.ts'
import { enter } from './entering.ts'
import { passwordChangedMail, resetMail, strangerResetMail } from './mails.ts'
import { newPasswordLink } from './paths.ts'
import { findMemberOfAccount } from './queries.ts'
import { mayBePassword, RESET_MINUTES } from './rules.ts'

/** Mails a link to choose a new password, or says in that mail that nobody has this address. The page says one thing. */
export async function mailReset(asking: Asking, email: string): Promise<Outcome<null>> {
  const { site, address, now } = asking
  const spent = await site.limits.spend('reset-mail', { address, account: email })
  if (!spent.allowed) return wait(spent.resetSeconds)
  return inTransaction(site.db, async (db) => {
    const account = await findAccountByEmail(db, email)
    // Made for strangers too: what costs time is the same, and such a token opens nothing.
    const token = await makeToken(db, 'reset', email, RESET_MINUTES, now)
    const member = account && (await findMemberOfAccount(db, account.id))
    const to = { to: account?.email ?? email, member, key: `reset:${token.slice(0, 16)}` }
    const mail = member
      ? resetMail(asking, to, newPasswordLink(site.config.publicUrl, token))
      : strangerResetMail(asking, to)
    await mail.queue(db)
    return done(null)
  })
}

/** The new password stands, every session and everything mailed before is dead, and the person is in. */
export async function chooseNewPassword(
  asking: Asking,
  input: { token: string; password: string },
): Promise<Outcome<Entered>> {
  // Checked first, so that a weak choice does not use the link up.
  const problem = mayBePassword(input.password, { email: '' })
  if (problem) return refused(problem)
  return inTransaction(asking.site.db, async (db) => {
    const email = await useToken(db, 'reset', input.token, asking.now)
    const account = email === null ? null : await findAccountByEmail(db, email)
    if (!account) return refused('old-link')
    await lockAccount(db, account.id)
    await setPassword(db, account.id, input.password)
    await endAllSessions(db, account.id)
    await forgetEverything(db, account.id, account.email)
    const entered = await enter(db, asking, account, 'reset')
    if (!entered) return refused('old-link')
    await tellPasswordChanged(db, asking, account)
    return done(entered)
  })
}

/** The others are signed out; this browser goes on with a new token. */
export async function changePassword(
  asking: Asking,
  actor: Actor,
  input: { current: string; password: string },
): Promise<Outcome<OpenedSession>> {
  const { site, address } = asking
  const spent = await site.limits.spend('password-check', { address, memberId: actor.id })
  if (!spent.allowed) return wait(spent.resetSeconds)
  const account = await findAccount(site.db, actor.accountId)
  if (!account) return refused('wrong-current')
  if (account.hasPassword && !(await isPasswordOf(site.db, account.id, input.current))) return refused('wrong-current')
  const problem = mayBePassword(input.password, { email: account.email, name: actor.name, handle: actor.handle })
  if (problem) return refused(problem)
  return inTransaction(site.db, async (db) => {
    await lockAccount(db, account.id)
    await setPassword(db, account.id, input.password)
    await endOtherSessions(db, account.id, actor.sessionId)
    await forgetEverything(db, account.id, account.email)
    await tellPasswordChanged(db, asking, account)
    return done(await rotateSession(db, actor.sessionId, account.id, fromOf(asking, 'rotation')))
  })
}

async function forgetEverything(db: Db, accountId: string, email: string) {
  await forgetMailed(db, email)
  await deleteEmailChange(db, accountId)
}

async function tellPasswordChanged(db: Db, asking: Asking, account: { id: string; email: string }) {
  const member = await findMemberOfAccount(db, account.id)
  const key = `password-changed:${account.id}:${asking.now.getTime()}`
  await passwordChangedMail(asking, { to: account.email, member, key }).queue(db)
}
