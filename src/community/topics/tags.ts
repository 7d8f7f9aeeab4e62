import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

/** Tags are lower-case words with dashes; what members type is brought to that shape. */
export function tagSlug(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      // Letters that the database does not count as letters are rare enough to be dashes.
      .replace(/[^\p{L}\p{Nd}.+#]+|[\u{10000}-\u{10ffff}]/gu, '-')
      .replace(/^[-.+#]+|-+$/g, '')
      .slice(0, 40)
  )
}

/** Where the questions with a tag are, as `old_addresses` keeps it: with its letters as they are. */
export const tagAddress = (slug: string): string => `/questions?tag=${slug}`

/**
 * The tag that one without questions goes by now, because staff renamed or merged it. Only when the viewer sees a
 * question that has it: an old address tells nothing either.
 */
export async function findRenamedTag(db: Db, viewer: Viewer, slug: string): Promise<string | null> {
  const { rows } = await sql<{ slug: string }>`select t.slug from old_addresses o
    join tags t on o.target = ${tagAddress('')}::text || t.slug
    where o.path = ${tagAddress(slug)} and not exists (select 1 from tags where slug = ${slug})
      and exists (select 1 from question_tags qt join questions q on q.id = qt.question_id
        where qt.tag_id = t.id and ${seenQuestion(viewer, 'q')}) limit 1`.execute(db)
  return rows[0]?.slug ?? null
}

/** What people call it. Asked only for who sees a question that has it. */
export async function findTagName(db: Db, slug: string): Promise<string | null> {
  const row = await db.selectFrom('tags').select('name').where('slug', '=', slug).executeTakeFirst()
  return row?.name ?? null
}

/** Finds the tags of these slugs and makes the ones that are new. */
export async function tagsFor(db: Db, slugs: readonly string[]): Promise<{ id: string; slug: string }[]> {
  if (slugs.length === 0) return []
  await db
    .insertInto('tags')
    .values(slugs.map((slug) => ({ slug, name: slug })))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute()
  return db
    .selectFrom('tags')
    .select(['id', 'slug'])
    .where('slug', '=', (eb) => eb.fn.any(eb.val([...slugs])))
    .execute()
}
