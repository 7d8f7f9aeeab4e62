import { sql } from 'kysely'
import { reindexQuestion } from '#community/finding/reindex.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import { addJob } from '#platform/jobs/jobs.ts'

export const REINDEX_JOB = 'settings.reindex'

type Renamed = { readonly tagId: string } | { readonly productId: string }

/** Names of tags and products are words by which questions are found: the index follows, off the request. */
export const reindexLater = (db: Db, renamed: Renamed): Promise<void> =>
  addJob(db, REINDEX_JOB, renamed, { key: `${REINDEX_JOB}:${JSON.stringify(renamed)}` })

const BATCH = 200

export async function reindex({ db }: Pick<Site, 'db'>, payload: unknown): Promise<void> {
  for (let after = '0'; ; ) {
    const ids = await listQuestionsOf(db, payload as Renamed, after)
    if (ids.length === 0) return
    await reindexQuestion(db, ids)
    after = ids.at(-1) ?? after
  }
}

async function listQuestionsOf(db: Db, renamed: Renamed, after: string): Promise<string[]> {
  const chosen =
    'tagId' in renamed
      ? sql`id in (select question_id from question_tags where tag_id = ${renamed.tagId}::bigint)`
      : sql`product_id = ${renamed.productId}::bigint`
  const { rows } = await sql<{ id: string }>`select id::text as id from questions
    where id > ${after}::bigint and ${chosen} order by questions.id limit ${BATCH}`.execute(db)
  return rows.map((row) => row.id)
}
