import { sql } from 'kysely'
import type { Role } from '#community/members/actor.ts'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

export interface NewMember {
  readonly accountId: string | null
  readonly handle: string
  readonly name: string
  readonly language?: Language | null
  readonly staffTitle?: string | null
}

/** Throws a unique violation when somebody was first with the handle. */
export async function insertMember(db: Db, member: NewMember): Promise<string> {
  const { id } = await db
    .insertInto('members')
    .values({
      account_id: member.accountId,
      handle: member.handle,
      name: member.name,
      language: member.language ?? null,
      staff_title: member.staffTitle ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface OwnProfile {
  readonly name: string
  readonly handle: string
  readonly about: string
  readonly interests: readonly string[]
  readonly language: Language | null
  readonly avatarId: string | null
  readonly staffTitle: string | null
  readonly products: readonly OwnedProduct[]
}

export interface OwnedProduct {
  readonly slug: string
  readonly name: string
  readonly version: string | null
}

export interface Profile extends MemberCard {
  readonly about: string
  readonly interests: readonly string[]
  readonly products: readonly OwnedProduct[]
  readonly blockedAt: Date | null
  readonly roles: readonly Role[]
  readonly canSignIn: boolean
}

const products = sql<OwnedProduct[]>`coalesce((
  select json_agg(json_build_object('slug', p.slug, 'name', p.name, 'version', v.name) order by p.position, p.id)
  from member_products o join products p on p.id = o.product_id left join product_versions v on v.id = o.version_id
  where o.member_id = members.id), '[]')`

const roles = sql<Role[]>`array(select role from member_roles where member_id = members.id order by role)::text[]`

export async function findProfile(db: Db, handle: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('members')
    .select(cardColumns)
    .select(['about', 'interests', 'blocked_at as blockedAt', products.as('products'), roles.as('roles')])
    .select(sql<boolean>`account_id is not null`.as('canSignIn'))
    .where('handle', '=', handle)
    .executeTakeFirst()
  return row ?? null
}

export async function findOwnProfile(db: Db, memberId: string): Promise<OwnProfile> {
  return db
    .selectFrom('members')
    .select(['name', 'handle', 'about', 'interests', 'avatar_id as avatarId', 'staff_title as staffTitle'])
    .select([sql<Language | null>`language`.as('language'), products.as('products')])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
}

export interface ProfileChange {
  readonly name: string
  readonly about: string
  readonly interests: readonly string[]
  readonly language: Language | null
}

export async function updateProfile(db: Db, memberId: string, change: ProfileChange): Promise<void> {
  const { name, about, interests, language } = change
  await db
    .updateTable('members')
    .set({ name, about, interests: [...interests], language })
    .where('id', '=', memberId)
    .execute()
}

/** Unknown and withdrawn products fall away. */
export async function replaceProducts(db: Db, memberId: string, slugs: readonly string[]): Promise<void> {
  await sql`delete from member_products o using products p
    where o.member_id = ${memberId}::bigint and p.id = o.product_id and not (p.slug = any(${[...slugs]}::text[]))`.execute(
    db,
  )
  await sql`insert into member_products (member_id, product_id)
    select ${memberId}::bigint, id from products where slug = any(${[...slugs]}::text[]) and archived_at is null
    on conflict do nothing`.execute(db)
}

export async function updateAvatar(db: Db, memberId: string, avatarId: string | null): Promise<void> {
  await db.updateTable('members').set({ avatar_id: avatarId }).where('id', '=', memberId).execute()
}

export async function updateLanguage(db: Db, memberId: string, language: Language): Promise<void> {
  await db.updateTable('members').set({ language }).where('id', '=', memberId).execute()
}

export async function findMemberOfAccount(db: Db, accountId: string) {
  const row = await db
    .selectFrom('members')
    .select(['id', 'handle', 'name', sql<Language | null>`language`.as('language')])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Waits for whoever else is setting the community up, and says whether it has members. */
export async function lockFoundation(db: Db): Promise<{ hasMembers: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtext('onderling foundation'))`.execute(db)
  return { hasMembers: await existMembers(db) }
}

export async function existMembers(db: Db): Promise<boolean> {
  const row = await db.selectFrom('members').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** A community that imported its questions before it was set up has boards already. */
export async function insertFirstBoard(db: Db, board: { slug: string; name: string; nameEn: string }): Promise<void> {
  await sql`
    insert into boards (slug, name, name_en) select ${board.slug}, ${board.name}, ${board.nameEn}
    where not exists (select from boards)`.execute(db)
}

export async function insertBrand(db: Db, name: string, language: Language): Promise<void> {
  await db
    .insertInto('brand')
    .values({ name, language })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, language }))
    .execute()
}
