import { reindexQuestion } from '#community/finding/reindex.ts'
import { type Importing, refuseWhenStopped } from '../importing.ts'
import { listQuestionIds } from '../queries.ts'

const PIECE = 250

/** Everything that came from this source can be found; what did not change is not written again. */
export async function indexImported(importing: Importing): Promise<void> {
  const { site, source, report } = importing
  const count = report.of('index')
  for (let after = '0'; ; ) {
    refuseWhenStopped(importing)
    const ids = await listQuestionIds(site.db, source, after, PIECE)
    if (ids.length === 0) return
    await reindexQuestion(site.db, ids)
    count.read += ids.length
    importing.onProgress('index', count.read, report.of('questions').made + report.of('questions').known)
    after = ids.at(-1) as string
  }
}
