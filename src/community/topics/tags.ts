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
