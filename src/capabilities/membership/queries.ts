import { sql } from 'kysely'
import type { Role, Viewer } from '#community/members/actor.ts'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import { seenPost, seenQuestion } from '#community/visibility/visibility.ts'
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

export interface LockedMember {
  readonly id: string
  readonly accountId: string | null
  readonly handle: string
  readonly name: string
  readonly staffTitle: string | null
  readonly language: Language | null
  readonly blockedAt: Date | null
  readonly roles: readonly Role[]
}

export async function lockMember(db: Db, handle: string): Promise<LockedMember | null> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'account_id as accountId', 'handle', 'name', 'staff_title as staffTitle'])
    .select(['blocked_at as blockedAt', sql<Language | null>`language`.as('language'), roles.as('roles')])
    .where('handle', '=', handle)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function findMemberOfAccount(db: Db, accountId: string) {
  const row = await db
    .selectFrom('members')
    .select(['id', 'handle', 'name', sql<Language | null>`language`.as('language')])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export async function updateBlock(
  db: Db,
  memberId: string,
  block: { byId: string; reason: string; at: Date } | null,
): Promise<void> {
  await db
    .updateTable('members')
    .set({
      blocked_at: block?.at ?? null,
      blocked_by_id: block?.byId ?? null,
      blocked_reason: block?.reason ?? null,
    })
    .where('id', '=', memberId)
    .execute()
}

export async function insertRole(db: Db, memberId: string, role: Role, grantedById: string | null): Promise<void> {
  await db
    .insertInto('member_roles')
    .values({ member_id: memberId, role, granted_by_id: grantedById })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteRole(db: Db, memberId: string, role: Role): Promise<void> {
  await db.deleteFrom('member_roles').where('member_id', '=', memberId).where('role', '=', role).execute()
}

/** Locks them, so that two do not take each other's role away at once. */
export async function lockAdministrators(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('member_roles')
    .select('member_id')
    .where('role', '=', 'administrator')
    .forUpdate()
    .execute()
  return rows.map((row) => row.member_id)
}

export interface ProfileQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: string
  readonly at: Date
}

/** What this member asked, as far as the viewer may see it. */
export function listQuestionsOf(db: Db, viewer: Viewer, memberId: string, limit = 10): Promise<ProfileQuestion[]> {
  return db
    .selectFrom('questions')
    .select(['id', 'slug', 'title', 'state', 'created_at as at'])
    .where('author_id', '=', memberId)
    .where(seenQuestion(viewer))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/** The questions this member answered, each once with the newest answer, as far as the viewer may see them. */
export async function listAnsweredBy(
  db: Db,
  viewer: Viewer,
  memberId: string,
  limit = 10,
): Promise<(ProfileQuestion & { answerId: string })[]> {
  const { rows } = await sql<ProfileQuestion & { answerId: string }>`
    select q.id::text as id, q.slug, q.title, q.state, a.created_at as at, a.id::text as "answerId"
    from (
      select distinct on (answers.question_id) answers.id, answers.question_id, answers.created_at
      from answers join questions on questions.id = answers.question_id
      where answers.author_id = ${memberId}::bigint and ${seenPost('answers')} and ${seenQuestion(viewer)}
      order by answers.question_id, answers.created_at desc
    ) a join questions q on q.id = a.question_id
    order by a.created_at desc limit ${limit}`.execute(db)
  return rows
}

/** Counted over what the viewer may see: kept counters would tell of hidden boards. */
export async function countPostsOf(db: Db, viewer: Viewer, memberId: string): Promise<PostCounts> {
  const { rows } = await sql<PostCounts>`
    select
      (select count(*)::int from questions where author_id = ${memberId}::bigint and ${seenQuestion(viewer)}) as questions,
      (select count(*)::int from answers join questions on questions.id = answers.question_id
        where answers.author_id = ${memberId}::bigint and ${seenPost('answers')} and ${seenQuestion(viewer)}) as answers`.execute(
    db,
  )
  return rows[0] ?? { questions: 0, answers: 0 }
}

export interface PostCounts {
  readonly questions: number
  readonly answers: number
}

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

/** Waits for whoever else is setting the community up, and says whether it has members. */
export async function lockFoundation(db: Db): Promise<{ hasMembers: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtext('onderling foundation'))`.execute(db)
  return { hasMembers: await existMembers(db) }
}

export async function existMembers(db: Db): Promise<boolean> {
  const row = await db.selectFrom('members').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export async function insertBrand(db: Db, name: string, language: Language): Promise<void> {
  await db
    .insertInto('brand')
    .values({ name, language })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, language }))
    .execute()
}
