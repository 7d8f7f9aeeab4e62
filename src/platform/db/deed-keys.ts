import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** A key that somebody gave with a deed, so that sending it twice does it once. */
export interface DeedKey {
  /** Whose key it is, such as `member:12` or `api-key:7`: others may use the same words. */
  readonly holder: string
  /** 1 to 255 characters. */
  readonly key: string
  /** Of what was asked: a key stands for one request. */
  readonly requestHash: string
}

/** What a deed answered. From status 400 on it did not happen, and its key may be used again. */
export interface Outcome<T> {
  readonly status: number
  /** Kept as JSON. */
  readonly answer: T
}

export type Repeatable<T> = Outcome<T> & { readonly repeated: boolean }

/** The first request with this key was still at work after two seconds: ask again later. */
export class DeedUnderway extends Error {
  override name = 'DeedUnderway'
}

/**
 * Does the work once per key. Call it in the deed's own transaction: the key is committed with the deed or not at all.
 * A second request with the same key waits for the first and gets its answer.
 */
export async function doOnce<T>(
  db: Db,
  deedKey: DeedKey,
  work: () => Promise<Outcome<T>>,
): Promise<Repeatable<T> | 'key-reused'> {
  if (!(await claim(db, deedKey))) return findOutcome<T>(db, deedKey)
  const outcome = await work()
  await (outcome.status < 400 ? keep(db, deedKey, outcome) : letGo(db, deedKey))
  return { ...outcome, repeated: false }
}

export interface SentForm {
  readonly memberId: string
  /** The form's `_once` field, whatever it held. */
  readonly once: unknown
  /** The fields: a form that was changed and sent again is another deed, so that no words are lost. */
  readonly content: unknown
}

/** The same for a form that is sent twice: the second time gives the first result. Without a key it is simply done. */
export async function onceForForm<T>(
  db: Db,
  { memberId, once, content }: SentForm,
  work: () => Promise<T>,
  isDone: (result: T) => boolean,
): Promise<T> {
  if (typeof once !== 'string' || !/^[\w-]{8,64}$/.test(once)) return work()
  const requestHash = hashOfRequest(content)
  const deedKey = { holder: `member:${memberId}`, key: `${once} ${requestHash}`, requestHash }
  const outcome = await doOnce(db, deedKey, async () => {
    const result = await work()
    return { status: isDone(result) ? 200 : 422, answer: result }
  })
  if (outcome === 'key-reused') throw new Error('The hash is part of the key')
  return outcome.answer
}

export const hashOfRequest = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('base64url')

const KEPT = '48 hours'

/** Forgets keys that nobody will send again. Answers how many. */
export async function sweepDeedKeys(db: Db): Promise<number> {
  const swept = await db
    .deleteFrom('deed_keys')
    .where('created_at', '<', sql<Date>`now() - ${KEPT}::interval`)
    .executeTakeFirst()
  return Number(swept.numDeletedRows)
}

const LOCK_NOT_AVAILABLE = '55P03'

/** False when the key was used. Waits for a transaction that has it, but not for ever: it holds a connection. */
async function claim(db: Db, { holder, key, requestHash }: DeedKey): Promise<boolean> {
  try {
    const { rows } = await sql`
      with patience as (select set_config('lock_timeout', '2s', true))
      insert into deed_keys (holder, key, request_hash, status, answer)
      select ${holder}::text, ${key}::text, ${requestHash}::text, 0, 'null'::jsonb from patience
      on conflict do nothing returning set_config('lock_timeout', '0', true)`.execute(db)
    return rows.length === 1
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE)
      throw new DeedUnderway('Another request is at work on this')
    throw error
  }
}

async function keep(db: Db, { holder, key }: DeedKey, { status, answer }: Outcome<unknown>): Promise<void> {
  await db
    .updateTable('deed_keys')
    .set({ status, answer: JSON.stringify(answer) })
    .where('holder', '=', holder)
    .where('key', '=', key)
    .execute()
}

async function letGo(db: Db, { holder, key }: DeedKey): Promise<void> {
  await db.deleteFrom('deed_keys').where('holder', '=', holder).where('key', '=', key).execute()
}

async function findOutcome<T>(db: Db, { holder, key, requestHash }: DeedKey): Promise<Repeatable<T> | 'key-reused'> {
  const row = await db
    .selectFrom('deed_keys')
    .select(['request_hash', 'status', 'answer'])
    .where('holder', '=', holder)
    .where('key', '=', key)
    .executeTakeFirst()
  // Swept between the two statements: as rare as can be, and asking again is right.
  if (!row) throw new DeedUnderway('The key was let go of just now')
  if (row.request_hash !== requestHash) return 'key-reused'
  return { status: row.status, answer: row.answer as T, repeated: true }
}
