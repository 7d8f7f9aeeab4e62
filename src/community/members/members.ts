import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** What every page may show of a member beside what they wrote. */
export interface MemberCard {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly avatarId: string | null
  /** Job title at the brand; null for customers. */
  readonly staffTitle: string | null
  readonly expertTitle: string | null
  /** Why somebody is called an expert. */
  readonly expertReason: string | null
  readonly joinedAt: Date
}

/** The columns of a card, for queries that join members themselves: `.select(cardColumns)`. */
export const cardColumns = [
  'members.id',
  'members.handle',
  'members.name',
  'members.avatar_id as avatarId',
  'members.staff_title as staffTitle',
  'members.expert_title as expertTitle',
  'members.expert_reason as expertReason',
  'members.joined_at as joinedAt',
] as const

export async function findMemberByHandle(db: Db, handle: string): Promise<MemberCard | null> {
  const row = await db.selectFrom('members').select(cardColumns).where('handle', '=', handle).executeTakeFirst()
  return row ?? null
}

/** Which of these handles are somebody's, in small letters. */
export async function findKnownHandles(db: Db, handles: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('members')
    .select('handle')
    .where(sql<boolean>`handle = any(${[...handles]}::citext[])`)
    .execute()
  return new Set(rows.map(({ handle }) => handle.toLowerCase()))
}

/** Cards by id, for lists that know only the ids. */
export async function findMemberCards(db: Db, ids: readonly string[]): Promise<Map<string, MemberCard>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(cardColumns)
    .where(sql<boolean>`members.id = any(${[...new Set(ids)]}::bigint[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Block {
  readonly at: Date
  readonly reason: string
}

export async function findBlock(db: Db, memberId: string): Promise<Block | null> {
  const row = await db
    .selectFrom('members')
    .select(['blocked_at', 'blocked_reason'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.blocked_at ? { at: row.blocked_at, reason: row.blocked_reason ?? '' } : null
}
