import { tagSlug, tagsFor } from '#community/topics/tags.ts'
import { inTransaction } from '#platform/db/database.ts'
import { countIn } from '../dump/values.ts'
import { type Importing, refuseWhenStopped, rowsOf } from '../importing.ts'

/** Tags that are in use become tags here; what was written about them is not kept. */
export async function importTags(importing: Importing): Promise<void> {
  const { report, site } = importing
  const count = report.of('tags')
  let slugs = new Set<string>()
  for await (const row of rowsOf(importing, 'tags', 'Tags')) {
    const slug = 'values' in row ? tagSlug(row.values.TagName ?? '') : ''
    if ('values' in row) count.read += 1
    if (!slug) {
      const words = 'broken' in row ? `the row is ${row.broken}` : 'has no TagName'
      report.skip('tags', { file: 'Tags', line: row.line, words })
    } else if ('values' in row && countIn(row.values, 'Count') === 0) report.leave('tag that no question has')
    else slugs.add(slug)
    if (slugs.size >= 500) await add()
  }
  await add()

  async function add() {
    refuseWhenStopped(importing)
    const wanted = [...slugs].sort()
    slugs = new Set()
    if (wanted.length === 0) return
    await inTransaction(site.db, async (db) => {
      const known = await db.selectFrom('tags').select('slug').where('slug', 'in', wanted).execute()
      await tagsFor(db, wanted)
      count.known += known.length
      count.made += wanted.length - known.length
    })
  }
}
