import { sql } from 'kysely'
import type { Activity } from '#community/activity/activity.ts'
import type { Listener } from '#community/capability.ts'
import type { Db } from '#platform/db/database.ts'
import { reindexQuestion } from './reindex.ts'

/** What people say about a page, below it or to one another changes nothing in what can be found. */
const unheard = new Set([
  'question.found-helpful',
  'question.found-unhelpful',
  'comment.posted',
  'comment.edited',
  'member.mentioned',
])

/** Whatever happens in a question, the index follows: within a second it is found as it stands, or no more. */
export const keepsIndex: Listener = {
  name: 'finding',
  hears: 'everything',
  hear: async (db, activity) => {
    const heard = activity.filter((one) => !unheard.has(one.kind))
    const others = heard.filter((one) => one.kind !== 'answer.posted').flatMap((one) => one.questionId ?? [])
    await reindexQuestion(db, [...new Set([...others, ...(await listChanged(db, heard))])])
  },
}

/** One answer of a question is in the index, the best. Most that are posted come after one that is as good. */
async function listChanged(db: Db, activity: readonly Activity[]): Promise<string[]> {
  const posted = activity.filter((one) => one.kind === 'answer.posted').map((one) => one.subjectId)
  if (posted.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select a.question_id::text as id from answers a
    where a.id = any(${posted}::bigint[]) and not exists (select from answers b
      where b.question_id = a.question_id and b.usefulness >= a.usefulness and b.id < a.id
        and b.hidden_at is null and b.deleted_at is null)`.execute(db)
  return rows.map((row) => row.id)
}
