import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface KeptTag {
  readonly id: string
  readonly slug: string
  readonly questionCount: number
}

export interface TagFilter {
  readonly q?: string
  readonly view: 'all' | 'unused'
  readonly after?: string
}

export async function listTags(db: Db, filter: TagFilter, limit: number): Promise<KeptTag[]> {
  const all = selectTags(db).orderBy('slug').limit(limit)
  const after = filter.after ? all.where('slug', '>', filter.after) : all
  const like = filter.q ? after.where(sql<boolean>`strpos(slug, ${filter.q.toLowerCase()}) > 0`) : after
  return (filter.view === 'unused' ? like.where('question_count', '=', 0) : like).execute()
}

export async function findTag(db: Db, id: string): Promise<KeptTag | null> {
  return (await selectTags(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function findTagBySlug(db: Db, slug: string): Promise<KeptTag | null> {
  return (await selectTags(db).where('slug', '=', slug).executeTakeFirst()) ?? null
}

const selectTags = (db: Db) => db.selectFrom('tags').select(['id', 'slug', 'question_count as questionCount'])

/** In the order of their ids, so that two merges crossing each other never wait for each other. */
export async function lockTags(db: Db, ids: readonly string[]): Promise<void> {
  await sql`select id from tags where id = any(${[...ids]}::bigint[]) order by id for update`.execute(db)
}

export async function updateTagName(db: Db, id: string, slug: string): Promise<void> {
  await db.updateTable('tags').set({ slug, name: slug }).where('id', '=', id).execute()
}

/** Questions and followers of one go to the other, each once. */
export async function moveTagRows(db: Db, fromId: string, intoId: string): Promise<void> {
  await sql`insert into question_tags (question_id, tag_id)
    select question_id, ${intoId}::bigint from question_tags where tag_id = ${fromId}::bigint
    on conflict do nothing`.execute(db)
  await sql`delete from question_tags where tag_id = ${fromId}::bigint`.execute(db)
  await sql`insert into follows (subject_kind, subject_id, member_id, reason, followed_at, ended_at)
    select 'tag', ${intoId}::bigint, member_id, reason, followed_at, ended_at
    from follows where subject_kind = 'tag' and subject_id = ${fromId}::bigint
    on conflict do nothing`.execute(db)
  await sql`update tags set question_count = (select count(*) from question_tags where tag_id = tags.id)
    where id = ${intoId}::bigint`.execute(db)
}

/** False when a question has it. */
export async function deleteTag(db: Db, id: string): Promise<boolean> {
  await sql`delete from follows where subject_kind = 'tag' and subject_id = ${id}::bigint
    and not exists (select 1 from question_tags where tag_id = ${id}::bigint)`.execute(db)
  const { numAffectedRows } = await sql`delete from tags where id = ${id}::bigint
    and not exists (select 1 from question_tags where tag_id = tags.id)`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}
