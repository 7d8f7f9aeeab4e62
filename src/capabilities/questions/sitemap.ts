import { type RawBuilder, sql } from 'kysely'
import type { SitemapSource } from '#community/capability.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'
import { questionPath } from './paths.ts'

/** By number, so that a question stays on its page and old pages are not fetched again. */
const A_PAGE = 10_000

const changedAt = sql<Date>`greatest(q.created_at, q.edited_at, q.last_answer_at, q.moved_up_at)`

/** Questions that visitors may see and that have an answer. */
export const sitemap: SitemapSource = {
  name: 'questions',
  pages: async (db) => {
    const { rows } = await sql<{ number: number; changedAt: Date }>`
      select (q.id / ${sql.lit(A_PAGE)})::int as number, max(${changedAt}) as "changedAt" from questions q
      where ${indexable} group by 1 order by 1`.execute(db)
    return rows
  },
  entries: async (db, page) => {
    const first = page * A_PAGE
    const { rows } = await sql<{ id: string; slug: string; changedAt: Date }>`
      select q.id::text as id, q.slug, ${changedAt} as "changedAt" from questions q
      where ${indexable} and q.id >= ${first}::bigint and q.id < ${first + A_PAGE}::bigint order by q.id`.execute(db)
    return rows.map((row) => ({ path: questionPath(row), changedAt: row.changedAt }))
  },
}

const indexable: RawBuilder<boolean> = sql`${seenQuestion(null, 'q')} and q.answer_count > 0 and q.state <> 'duplicate'`
