import { sql } from 'kysely'
import type { Actor, Role } from '#community/members/actor.ts'
import { listedBoards } from '#community/visibility/visibility.ts'
import { hashOfToken, newToken } from '#platform/auth/secrets-at-rest.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

export type Scope = `${string}:${'read' | 'write'}`

const SCOPE = /^[a-z][a-z-]{0,39}:(?:read|write)$/

export const isScope = (text: string): text is Scope => SCOPE.test(text)

export interface ApiKey {
  readonly id: string
  readonly scopes: readonly Scope[]
  /** The member in whose name the key acts; its `sessionId` is that of no session. */
  readonly actor: Actor
}

export interface ListedKey {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** The key itself is returned once; the table keeps its hash. */
export async function createApiKey(db: Db, memberId: string, scopes: readonly Scope[], name = ''): Promise<string> {
  const key = `onderling_${newToken()}`
  await db
    .insertInto('api_keys')
    .values({ member_id: memberId, key_hash: hashOfToken(key), name, scopes: [...scopes] })
    .execute()
  return key
}

/** Null for a key that is unknown or revoked, and while its member is blocked. */
export async function findApiKey(db: Db, key: string): Promise<ApiKey | null> {
  const row = await selectKey(db).where('api_keys.key_hash', '=', hashOfToken(key)).executeTakeFirst()
  if (!row) return null
  const { keyId, scopes, lastUsedAt, accountId, ...member } = row
  await noteUse(db, keyId, lastUsedAt)
  const actor = { ...member, accountId: accountId ?? '', sessionId: `key-${keyId}` }
  return { id: keyId, scopes: scopes.filter(isScope), actor }
}

export async function listApiKeys(db: Db, memberId?: string): Promise<ListedKey[]> {
  const keys = db
    .selectFrom('api_keys')
    .innerJoin('members', 'members.id', 'api_keys.member_id')
    .select(['api_keys.id', 'members.handle', 'api_keys.name', 'api_keys.scopes'])
    .select(['api_keys.created_at as createdAt', 'api_keys.last_used_at as lastUsedAt'])
    .select('api_keys.revoked_at as revokedAt')
    .orderBy('api_keys.id')
  return (memberId ? keys.where('member_id', '=', memberId) : keys).execute()
}

/** False when there is no such key, or it was revoked before. */
export async function revokeApiKey(db: Db, id: string, now = new Date()): Promise<boolean> {
  const revoked = await db
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

const MINUTE = 60_000

async function noteUse(db: Db, id: string, lastUsedAt: Date | null) {
  const now = new Date()
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < MINUTE) return
  await db.updateTable('api_keys').set({ last_used_at: now }).where('id', '=', id).execute()
}

function selectKey(db: Db) {
  return db
    .selectFrom('api_keys')
    .innerJoin('members', 'members.id', 'api_keys.member_id')
    .select(['api_keys.id as keyId', 'api_keys.scopes', 'api_keys.last_used_at as lastUsedAt'])
    .select(['members.id', 'members.account_id as accountId', 'members.handle', 'members.name'])
    .select(['members.staff_title as staffTitle', 'members.avatar_id as avatarId', 'members.joined_at as joinedAt'])
    .select(['members.unread_notice_count as unreadNotices', 'members.blocked_at as blockedAt'])
    .select(sql<Language | null>`members.language`.as('language'))
    .select([
      sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`.as('roles'),
      listedBoards('members').as('listedBoards'),
    ])
    .where('api_keys.revoked_at', 'is', null)
    .where('members.blocked_at', 'is', null)
}
