import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface KeptProduct {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly archivedAt: Date | null
  readonly questionCount: number
  readonly versions: readonly KeptVersion[]
}

export interface KeptVersion {
  readonly id: string
  readonly name: string
}

export async function listKeptProducts(db: Db): Promise<KeptProduct[]> {
  return selectProducts(db).orderBy(sql`archived_at is not null`).orderBy('position').orderBy('id').execute()
}

export async function findKeptProduct(db: Db, id: string): Promise<KeptProduct | null> {
  return (await selectProducts(db).where('id', '=', id).executeTakeFirst()) ?? null
}

function selectProducts(db: Db) {
  return db
    .selectFrom('products')
    .select(['id', 'slug', 'name', 'archived_at as archivedAt'])
    .select(sql<number>`(select count(*) from questions q where q.product_id = products.id)::int`.as('questionCount'))
    .select(
      sql<KeptVersion[]>`coalesce((
        select json_agg(json_build_object('id', v.id::text, 'name', v.name) order by v.position, v.id)
        from product_versions v where v.product_id = products.id), '[]')`.as('versions'),
    )
}

export async function insertProduct(db: Db, product: { slug: string; name: string }): Promise<string> {
  const { id } = await db
    .insertInto('products')
    .values({ ...product, position: sql<number>`(select coalesce(max(position), 0) + 1 from products)` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateProductName(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('products').set({ name }).where('id', '=', id).execute()
}

export async function updateProductArchived(db: Db, id: string, isArchived: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('products')
    .set({ archived_at: isArchived ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('archived_at', isArchived ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertVersion(db: Db, productId: string, name: string): Promise<string> {
  const { id } = await db
    .insertInto('product_versions')
    .values({
      product_id: productId,
      name,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from product_versions
        where product_id = ${productId}::bigint)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateVersionName(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('product_versions').set({ name }).where('id', '=', id).execute()
}

/** False when a question or a mark names it: then it stays. */
export async function deleteVersion(db: Db, id: string): Promise<boolean> {
  // Held first: a question that is about to name it waits, and then finds it gone or there.
  await sql`select 1 from product_versions where id = ${id}::bigint for update`.execute(db)
  const { numAffectedRows } = await sql`delete from product_versions v where id = ${id}::bigint
    and not exists (select 1 from questions where version_id = v.id)
    and not exists (select 1 from marks where version_id = v.id)`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}
