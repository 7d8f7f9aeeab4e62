import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Mail } from './mailer.ts'

export interface QueuedMail extends Mail {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  readonly failure: string | null
}

export async function insertMail(db: Db, mail: Mail): Promise<string | null> {
  const row = await db
    .insertInto('outgoing_mails')
    .values({
      message_key: mail.messageKey,
      member_id: mail.memberId,
      kind: mail.kind,
      to_address: mail.to,
      subject: mail.subject,
      text_body: mail.text,
      html_body: mail.html,
      headers: JSON.stringify(mail.headers ?? {}),
    })
    .onConflict((conflict) => conflict.column('message_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findMail(db: Db, id: string): Promise<QueuedMail | undefined> {
  return queuedMails(db).where('id', '=', id).executeTakeFirst() as Promise<QueuedMail | undefined>
}

/** Newest first, for the page that shows mail in the demo. */
export async function listMails(db: Db, before: string | null, limit: number): Promise<QueuedMail[]> {
  const mails = queuedMails(db).orderBy('id', 'desc').limit(limit)
  return (before === null ? mails : mails.where('id', '<', before)).execute() as Promise<QueuedMail[]>
}

/** What was sent to somebody's own mailbox need not be kept here: it may hold codes. */
export async function updateSent(db: Db, id: string, { keepWords }: { keepWords: boolean }): Promise<void> {
  await db
    .updateTable('outgoing_mails')
    .set({ sent_at: sql`now()`, failure: null, ...(keepWords ? {} : { text_body: '', html_body: '' }) })
    .where('id', '=', id)
    .execute()
}

export async function updateFailed(db: Db, id: string, failure: string): Promise<void> {
  await db
    .updateTable('outgoing_mails')
    .set({ failed_at: sql`now()`, failure: failure.slice(0, 2_000), text_body: '', html_body: '' })
    .where('id', '=', id)
    .execute()
}

export async function updateNoted(db: Db, id: string, failure: string): Promise<void> {
  await db
    .updateTable('outgoing_mails')
    .set({ failure: failure.slice(0, 2_000) })
    .where('id', '=', id)
    .execute()
}

/** That mail was sent is remembered for 90 days. */
export async function deleteOldMails(db: Db): Promise<void> {
  await db.deleteFrom('outgoing_mails').where('created_at', '<', sql<Date>`now() - interval '90 days'`).execute()
}

function queuedMails(db: Db) {
  return db
    .selectFrom('outgoing_mails')
    .select([
      'id',
      'message_key as messageKey',
      'member_id as memberId',
      'kind',
      'to_address as to',
      'subject',
      'text_body as text',
      'html_body as html',
      'headers',
      'created_at as createdAt',
      'sent_at as sentAt',
      'failed_at as failedAt',
      'failure',
    ])
}
