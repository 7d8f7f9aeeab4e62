import type { Actor } from '#community/members/actor.ts'
import { findAccount, findAccountByEmail, isPasswordOf, lockAccount, setEmail } from '#platform/auth/accounts.ts'
import { forgetMailed } from '#platform/auth/codes.ts'
import { hashOfToken, newToken } from '#platform/auth/secrets-at-rest.ts'
import { endAllSessions, endOtherSessions } from '#platform/auth/sessions.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { type Asking, done, isTaken, type Outcome, refused, wait } from './asking.ts'
import {
  deleteEmailChange,
  type EmailChange,
  findEmailChange,
  replaceEmailChange,
  updateEmailChange,
} from './email-change-queries.ts'
import { addressTakenMail, confirmNewMail, confirmOldMail, emailChangedMail } from './mails.ts'
import { emailConfirmationLink } from './paths.ts'
import { findMemberOfAccount } from './queries.ts'
import { EMAIL_CHANGE_HOURS } from './rules.ts'

/** Mails both addresses. Somebody else's address gets a warning instead of a link; the page says the same. */
export async function startEmailChange(
  asking: Asking,
  actor: Actor,
  input: { email: string; password: string },
): Promise<Outcome<null>> {
  const { site, address } = asking
  const spent = await site.limits.spend('email-change', { address, memberId: actor.id })
  if (!spent.allowed) return wait(spent.resetSeconds)
  const account = await findAccount(site.db, actor.accountId)
  if (!account) return refused('wrong-current')
  if (account.hasPassword && !(await isPasswordOf(site.db, account.id, input.password))) return refused('wrong-current')
  if (account.email.toLowerCase() === input.email.toLowerCase()) return refused('same-email')
  return inTransaction(site.db, (db) => mailBoth(db, asking, account, input.email))
}

async function mailBoth(db: Db, asking: Asking, account: { id: string; email: string }, newEmail: string) {
  await lockAccount(db, account.id)
  const [oldToken, newToken_] = [newToken(), newToken()]
  await replaceEmailChange(db, {
    accountId: account.id,
    newEmail,
    oldHash: hashOfToken(oldToken),
    newHash: hashOfToken(newToken_),
    expiresAt: new Date(asking.now.getTime() + EMAIL_CHANGE_HOURS * 3_600_000),
  })
  const member = await findMemberOfAccount(db, account.id)
  const isFree = (await findAccountByEmail(db, newEmail)) === null
  const link = (token: string) => emailConfirmationLink(asking.site.config.publicUrl, token)
  const key = `email-change:${hashOfToken(oldToken).slice(0, 16)}`
  await confirmOldMail(asking, { to: account.email, member, key: `${key}:old` }, newEmail, link(oldToken)).queue(db)
  const toNew = { to: newEmail, member: isFree ? member : null, key: `${key}:new` }
  const mail = isFree ? confirmNewMail(asking, toNew, link(newToken_)) : addressTakenMail(asking, toNew)
  await mail.queue(db)
  return done(null)
}

export type Confirmation = 'half' | 'changed'

/** One address agrees; the second one to agree changes it. Two at once wait for each other. */
export async function confirmEmailChange(
  asking: Asking,
  token: string,
  viewer: Actor | null,
): Promise<Outcome<Confirmation>> {
  const hash = hashOfToken(token)
  const known = await findEmailChange(asking.site.db, hash, asking.now)
  if (!known) return refused('old-link')
  try {
    return await inTransaction(asking.site.db, async (db) => {
      const account = await lockAccount(db, known.accountId)
      const change = await findEmailChange(db, hash, asking.now)
      if (!account || !change) return refused('old-link')
      await updateEmailChange(db, change.accountId, change.side, asking.now)
      const otherAgreed = change.side === 'old' ? change.newConfirmedAt : change.oldConfirmedAt
      if (otherAgreed === null) return done<Confirmation>('half')
      await moveAddress(db, asking, change, account.email, viewer)
      return done<Confirmation>('changed')
    })
  } catch (error) {
    // Somebody else took the address in the meantime.
    if (isTaken(error, /email/)) return refused('old-link')
    throw error
  }
}

async function moveAddress(db: Db, asking: Asking, change: EmailChange, oldEmail: string, viewer: Actor | null) {
  const { accountId, newEmail } = change
  await setEmail(db, accountId, newEmail)
  await deleteEmailChange(db, accountId)
  await forgetMailed(db, oldEmail)
  await forgetMailed(db, newEmail)
  if (viewer?.accountId === accountId) await endOtherSessions(db, accountId, viewer.sessionId)
  else await endAllSessions(db, accountId)
  const member = await findMemberOfAccount(db, accountId)
  const key = `email-changed:${accountId}:${asking.now.getTime()}`
  await emailChangedMail(asking, { to: oldEmail, member, key }, newEmail).queue(db)
}
