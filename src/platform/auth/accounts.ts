import type { Db } from '#platform/db/database.ts'
import { withLibrary } from './library.ts'
import { hashPassword, verifyNothing, verifyPassword } from './passwords.ts'

const CREDENTIAL = 'credential'

export interface Account {
  readonly id: string
  readonly email: string
  readonly hasPassword: boolean
}

/** Compared without regard to capitals, as the database does. */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | null> {
  const found = await withLibrary(db, (library) => library.findUserByEmail(email, { includeAccounts: true }))
  return found && accountOf(found.user, found.accounts)
}

export async function findAccount(db: Db, id: string): Promise<Account | null> {
  return withLibrary(db, async (library) => {
    const user = await library.findUserById(id)
    return user && accountOf(user, await library.findAccounts(id))
  })
}

/** The address was proven before: by a code that came there, or by whoever runs the installation. */
export async function createAccount(db: Db, email: string, password: string | null): Promise<string> {
  const hash = password === null ? null : await hashPassword(password)
  return withLibrary(db, async (library) => {
    // The library wants a name; the one people see belongs to the member.
    const user = await library.createUser({ email, name: '', emailVerified: true }, { method: 'email-password' })
    if (hash !== null) await library.linkAccount(credentialOf(user.id, hash))
    return user.id
  })
}

/** The account when address and password belong together. Takes about as long when the address is unknown. */
export async function findAccountByPassword(db: Db, email: string, password: string): Promise<Account | null> {
  const found = await withLibrary(db, async (library) => {
    const known = await library.findUserByEmail(email, { includeAccounts: true })
    // For a known address the library reads once more: the clock must not tell which ones are.
    if (!known) await library.findAccounts('')
    return known
  })
  const kept = found?.accounts.find((account) => account.providerId === CREDENTIAL)?.password
  const isRight = kept ? await verifyPassword(kept, password) : await verifyNothing(password)
  return found && isRight ? accountOf(found.user, found.accounts) : null
}

export async function isPasswordOf(db: Db, accountId: string, password: string): Promise<boolean> {
  const accounts = await withLibrary(db, (library) => library.findAccounts(accountId))
  const kept = accounts.find((account) => account.providerId === CREDENTIAL)?.password
  return kept ? verifyPassword(kept, password) : verifyNothing(password)
}

/** Ends no session: whoever calls decides which ones (see sessions.ts). */
export async function setPassword(db: Db, accountId: string, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await withLibrary(db, async (library) => {
    const accounts = await library.findAccounts(accountId)
    if (accounts.some((account) => account.providerId === CREDENTIAL)) await library.updatePassword(accountId, hash)
    else await library.linkAccount(credentialOf(accountId, hash))
  })
}

/** Throws a unique violation when the address has become somebody else's. */
export async function setEmail(db: Db, accountId: string, email: string): Promise<void> {
  await withLibrary(db, (library) => library.updateUser(accountId, { email: email.toLowerCase(), emailVerified: true }))
}

/** Two changes of one account wait for each other. */
export async function lockAccount(db: Db, accountId: string): Promise<{ email: string } | null> {
  const row = await db
    .selectFrom('auth_users')
    .select('email')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

const credentialOf = (userId: string, password: string) => ({
  userId,
  accountId: userId,
  providerId: CREDENTIAL,
  password,
})

function accountOf(user: { id: string; email: string }, accounts: { providerId: string; password?: string | null }[]) {
  const hasPassword = accounts.some((account) => account.providerId === CREDENTIAL && Boolean(account.password))
  return { id: user.id, email: user.email, hasPassword }
}
