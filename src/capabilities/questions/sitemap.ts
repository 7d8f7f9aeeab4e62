import type { SitemapSource } from '#community/capability.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import { questionPath } from './paths.ts'

/** Questions that visitors may see and that have an answer. */
export const sitemap: SitemapSource = {
  name: 'questions',
  count: async (db) => {
    const row = await indexable(db)
      .select((eb) => eb.fn.countAll<string>().as('all'))
      .executeTakeFirstOrThrow()
    return Number(row.all)
  },
  entries: async (db, after, limit) => {
    const rows = await indexable(db)
      .select(['id', 'slug', 'moved_up_at'])
      .where('id', '>', after ?? '0')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ path: questionPath(row), changedAt: row.moved_up_at, cursor: row.id }))
  },
}

const indexable = (db: Db) =>
  db.selectFrom('questions').where(seenQuestion(null)).where('answer_count', '>', 0).where('state', '<>', 'duplicate')
