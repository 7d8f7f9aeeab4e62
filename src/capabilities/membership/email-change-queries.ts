import type { Db } from '#platform/db/database.ts'

export interface EmailChange {
  readonly accountId: string
  readonly newEmail: string
  readonly oldConfirmedAt: Date | null
  readonly newConfirmedAt: Date | null
}

export interface NewEmailChange {
  readonly accountId: string
  readonly newEmail: string
  readonly oldHash: string
  readonly newHash: string
  readonly expiresAt: Date
}

/** A newer change takes the place of an older one, whose links are dead from now on. */
export async function replaceEmailChange(db: Db, change: NewEmailChange): Promise<void> {
  await deleteEmailChange(db, change.accountId)
  await db
    .insertInto('auth_email_changes')
    .values({
      account_id: change.accountId,
      new_email: change.newEmail,
      old_hash: change.oldHash,
      new_hash: change.newHash,
      expires_at: change.expiresAt,
    })
    .execute()
}

export async function deleteEmailChange(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('auth_email_changes').where('account_id', '=', accountId).execute()
}

export async function findEmailChange(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<(EmailChange & { side: 'old' | 'new' }) | null> {
  const row = await selectEmailChange(db)
    .select('new_hash')
    .where((eb) => eb.or([eb('old_hash', '=', tokenHash), eb('new_hash', '=', tokenHash)]))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const { new_hash, ...change } = row
  return { ...change, side: new_hash === tokenHash ? 'new' : 'old' }
}

export async function findPendingEmailChange(db: Db, accountId: string, now: Date): Promise<EmailChange | null> {
  const row = await selectEmailChange(db)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

export async function updateEmailChange(db: Db, accountId: string, side: 'old' | 'new', now: Date): Promise<void> {
  const column = side === 'old' ? 'old_confirmed_at' : 'new_confirmed_at'
  await db
    .updateTable('auth_email_changes')
    .set({ [column]: now })
    .where('account_id', '=', accountId)
    .execute()
}

function selectEmailChange(db: Db) {
  return db
    .selectFrom('auth_email_changes')
    .select(['account_id as accountId', 'new_email as newEmail'])
    .select(['old_confirmed_at as oldConfirmedAt', 'new_confirmed_at as newConfirmedAt'])
}
