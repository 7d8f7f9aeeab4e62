import { sql } from 'kysely'
import { slugFor } from '#community/text/slug.ts'
import type { Db } from '#platform/db/database.ts'

type Ordered = 'boards' | 'board_prompts' | 'products' | 'product_versions'

/** Waits for whoever else changes names or order of these, so that what was just read still stands. */
export async function lockList(db: Db, list: Ordered | 'tags'): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`onderling settings ${list}`}))`.execute(db)
}

export async function updatePlaces(db: Db, table: Ordered, ids: readonly string[]): Promise<void> {
  await sql`update ${sql.table(table)} as t set position = o.place::int
    from unnest(${[...ids]}::bigint[]) with ordinality as o (id, place) where t.id = o.id`.execute(db)
}

/** Whether another one in this list has this name, in small or capital letters. */
export async function existsName(
  db: Db,
  table: 'boards' | 'products',
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where lower(name) = lower(${name}) and id <> ${exceptId ?? '0'}::bigint limit 1`.execute(db)
  return rows.length > 0
}

export async function existsSlug(
  db: Db,
  table: 'boards' | 'products',
  slug: string,
  exceptId?: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where slug = ${slug} and id <> ${exceptId ?? '0'}::bigint limit 1`.execute(db)
  return rows.length > 0
}

/** The first free one of thuisbatterij, thuisbatterij-2, thuisbatterij-3 … */
export async function freeSlug(db: Db, table: 'boards' | 'products', name: string, fallback: string): Promise<string> {
  const wish = slugFor(name, fallback).slice(0, 54).replace(/-+$/, '')
  for (let nth = 1; nth <= 100; nth += 1) {
    const slug = nth === 1 ? wish : `${wish}-${nth}`
    if (!(await existsSlug(db, table, slug))) return slug
  }
  return `${wish.slice(0, 40)}-${Date.now()}`
}

/** An address that was given up leads to the new one; the new one itself leads nowhere else any more. */
export async function insertOldAddress(db: Db, path: string, target: string): Promise<void> {
  await sql`delete from old_addresses where path = ${target}`.execute(db)
  await sql`update old_addresses set target = ${target} where target = ${path}`.execute(db)
  await sql`insert into old_addresses (path, target) values (${path}, ${target})
    on conflict (path) do update set target = excluded.target`.execute(db)
}

/** Somebody else's old address is free again once one of these is called so. */
export async function deleteOldAddress(db: Db, path: string): Promise<void> {
  await sql`delete from old_addresses where path = ${path}`.execute(db)
}
