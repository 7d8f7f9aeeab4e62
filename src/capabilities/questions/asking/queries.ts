import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface NewQuestion {
  boardId: string
  productId: string | null
  versionId: string | null
  authorId: string
  title: string
  slug: string
  body: string
  html: string
  language: 'nl' | 'en'
}

export async function insertQuestion(db: Db, question: NewQuestion): Promise<string> {
  const { id } = await db
    .insertInto('questions')
    .values({
      board_id: question.boardId,
      product_id: question.productId,
      version_id: question.versionId,
      author_id: question.authorId,
      title: question.title,
      slug: question.slug,
      body: question.body,
      html: question.html,
      language: question.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface QuestionText {
  title: string
  slug: string
  body: string
  html: string
}

export async function updateQuestionText(db: Db, id: string, text: QuestionText): Promise<void> {
  await db
    .updateTable('questions')
    .set({ ...text, edited_at: sql`now()`, edit_count: sql`edit_count + 1` })
    .where('id', '=', id)
    .execute()
}

export async function updateQuestionPlace(
  db: Db,
  id: string,
  place: { productId: string | null; versionId: string | null },
): Promise<void> {
  await db
    .updateTable('questions')
    .set({ product_id: place.productId, version_id: place.versionId })
    .where('id', '=', id)
    .execute()
}

/** A board where this viewer may ask: seen and not archived. */
export async function findBoardToAskIn(db: Db, viewer: Viewer, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('boards')
    .select('id')
    .where('slug', '=', slug)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`id in ${seenBoards(viewer)}`)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findProduct(db: Db, slug: string): Promise<{ id: string } | null> {
  return (await db.selectFrom('products').select('id').where('slug', '=', slug).executeTakeFirst()) ?? null
}

export async function findVersion(db: Db, productId: string, name: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('product_versions')
    .select('id')
    .where('product_id', '=', productId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row ?? null
}

export interface RecentProduct {
  readonly slug: string
  readonly name: string
  readonly version: string | null
}

/** What this member asked about most recently, each once; withdrawn products are left out. */
export async function listRecentProducts(db: Db, memberId: string): Promise<RecentProduct[]> {
  const { rows } = await sql<RecentProduct>`
    select p.slug, p.name, v.name as version
    from (select product_id, version_id, max(created_at) as last_at from (
        select product_id, version_id, created_at from questions
        where author_id = ${memberId}::bigint order by created_at desc limit 50) asked
      group by product_id, version_id) latest
    join products p on p.id = latest.product_id and p.archived_at is null
    left join product_versions v on v.id = latest.version_id
    order by last_at desc limit 3`.execute(db)
  return rows
}

/** Gives a question exactly these tags and keeps the tags' counts right. */
export async function replaceTags(db: Db, questionId: string, tagIds: readonly string[]): Promise<void> {
  const ids = [...tagIds]
  await sql`with gone as (
      delete from question_tags where question_id = ${questionId}::bigint and tag_id <> all(${ids}::bigint[]) returning tag_id),
    added as (
      insert into question_tags (question_id, tag_id)
      select ${questionId}::bigint, id from unnest(${ids}::bigint[]) as id on conflict do nothing returning tag_id)
    update tags set question_count = greatest(0, question_count
      + (select count(*) from added where tag_id = tags.id) - (select count(*) from gone where tag_id = tags.id))::int
    where id in (select tag_id from added union select tag_id from gone)`.execute(db)
}

export async function addToQuestionCount(db: Db, memberId: string, by: 1 | -1): Promise<void> {
  await db
    .updateTable('members')
    .set({ question_count: sql`greatest(0, question_count + ${by}::int)` })
    .where('id', '=', memberId)
    .execute()
}

export async function deleteQuestionText(db: Db, id: string, byMemberId: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({ deleted_at: sql`now()`, deleted_by_id: byMemberId })
    .where('id', '=', id)
    .execute()
}
