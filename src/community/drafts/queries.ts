import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { DraftOwner } from './owner.ts'

/** What stood in the fields of a form, as the person typed it: nothing is masked before it is posted. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>

export interface Draft {
  readonly fields: DraftFields
  readonly savedAt: Date
}

export const DRAFT_DAYS = { member: 180, visitor: 30 } as const
/** Nobody writes in more places at once; the oldest makes room. */
export const MOST_DRAFTS = 40

export async function saveDraft(
  db: Db,
  owner: DraftOwner,
  place: string,
  fields: DraftFields,
  now: Date,
): Promise<void> {
  const isMember = 'memberId' in owner
  const days = isMember ? DRAFT_DAYS.member : DRAFT_DAYS.visitor
  await db
    .insertInto('drafts')
    .values({
      member_id: isMember ? owner.memberId : null,
      visitor_hash: isMember ? null : owner.visitorHash,
      place,
      fields: JSON.stringify(fields),
      updated_at: now,
      expires_at: new Date(now.getTime() + days * DAY),
    })
    .onConflict((conflict) =>
      conflict.columns([isMember ? 'member_id' : 'visitor_hash', 'place']).doUpdateSet((eb) => ({
        fields: eb.ref('excluded.fields'),
        updated_at: eb.ref('excluded.updated_at'),
        expires_at: eb.ref('excluded.expires_at'),
      })),
    )
    .execute()
  await deleteOldest(db, owner)
}

export async function findDraft(db: Db, owner: DraftOwner, place: string, now: Date): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .select(['fields', 'updated_at'])
    .where(belongsTo(owner))
    .where('place', '=', place)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { fields: row.fields as DraftFields, savedAt: row.updated_at } : null
}

/** Posted, or thrown away. */
export async function deleteDraft(db: Db, owner: DraftOwner, place: string): Promise<void> {
  await deletingDraft(owner, place).execute(db)
}

/** The same as part of a statement that writes more. */
export function deletingDraft(owner: DraftOwner, place: string): RawBuilder<unknown> {
  return sql`delete from drafts where ${belongsTo(owner)} and place = ${place}`
}

export async function deleteExpiredDrafts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('drafts').where('expires_at', '<=', now).execute()
}

async function deleteOldest(db: Db, owner: DraftOwner): Promise<void> {
  await sql`delete from drafts where id in (
    select id from drafts where ${belongsTo(owner)} order by updated_at desc, id desc offset ${MOST_DRAFTS})`.execute(
    db,
  )
}

function belongsTo(owner: DraftOwner): RawBuilder<boolean> {
  return 'memberId' in owner
    ? sql<boolean>`member_id = ${owner.memberId}::bigint`
    : sql<boolean>`visitor_hash = ${owner.visitorHash}`
}

const DAY = 24 * 60 * 60 * 1000
