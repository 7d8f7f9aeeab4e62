import { adoptDrafts } from '#community/drafts/adoption.ts'
import { type Account, findAccountByEmail, findAccountByPassword } from '#platform/auth/accounts.ts'
import { makeCode, makeToken, useCode } from '#platform/auth/codes.ts'
import { endSessionOf, openSession, type Way } from '#platform/auth/sessions.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { type Asking, done, type Entered, fromOf, type Outcome, refused, wait } from './asking.ts'
import { codeMail, strangerCodeMail } from './mails.ts'
import { findMemberOfAccount } from './queries.ts'
import { JOIN_MINUTES } from './rules.ts'

export interface PasswordInput {
  readonly email: string
  readonly password: string
}

/** One answer for an unknown address, a wrong password and an account without password, after about the same time. */
export async function signInWithPassword(asking: Asking, input: PasswordInput): Promise<Outcome<Entered>> {
  const { limits, db } = asking.site
  const turn = await limits.tryAccount(input.email)
  if (!turn.allowed) return wait(turn.resetSeconds)
  const account = await findAccountByPassword(db, input.email, input.password)
  const entered = account && (await inTransaction(db, (trx) => enter(trx, asking, account, 'password')))
  if (!entered) return refused('wrong-password')
  await limits.forgiveAccount(input.email)
  return done(entered)
}

/** Mails a code. Members get in with it, others become a member with it; the page says the same to both. */
export async function mailEntryCode(asking: Asking, email: string): Promise<Outcome<{ ticket: string }>> {
  const { site, address, now } = asking
  const spent = await site.limits.spend('code-mail', { address, account: email })
  if (!spent.allowed) return wait(spent.resetSeconds)
  return inTransaction(site.db, async (db) => {
    const account = await findAccountByEmail(db, email)
    const { ticket, code } = await makeCode(db, site.secret('codes'), 'enter', email, now)
    const member = account && (await findMemberOfAccount(db, account.id))
    const mail = member ? codeMail : strangerCodeMail
    await mail(asking, { to: account?.email ?? email, member, key: `code:${ticket}` }, code).queue(db)
    return done({ ticket })
  })
}

/** In with a code, or one step from it: a newcomer has proven the address and chooses a name next. */
export type CodeResult =
  | { readonly kind: 'entered'; readonly entered: Entered }
  | { readonly kind: 'join'; readonly token: string }

export async function enterWithCode(
  asking: Asking,
  given: { ticket: string; code: string },
): Promise<Outcome<CodeResult>> {
  const { site, now } = asking
  // Outside any transaction: a wrong try must count whatever happens next.
  const email = await useCode(site.db, site.secret('codes'), 'enter', given, now)
  if (email === null) return refused('wrong-code')
  return inTransaction(site.db, async (db) => {
    const account = await findAccountByEmail(db, email)
    if (!account) return done({ kind: 'join', token: await makeToken(db, 'join', email, JOIN_MINUTES, now) })
    const entered = await enter(db, asking, account, 'code')
    return entered ? done({ kind: 'entered', entered }) : refused('wrong-code')
  })
}

/** Null for an account that no member belongs to. */
export async function enter(db: Db, asking: Asking, account: Pick<Account, 'id'>, way: Way): Promise<Entered | null> {
  const member = await findMemberOfAccount(db, account.id)
  if (!member) return null
  if (asking.visitorHash) await adoptDrafts(db, asking.visitorHash, member.id)
  return { session: await openSession(db, account.id, fromOf(asking, way)), memberId: member.id }
}

export const signOut = (asking: Pick<Asking, 'site'>, token: string): Promise<void> =>
  endSessionOf(asking.site.db, token)
