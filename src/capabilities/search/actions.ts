import { sql } from 'kysely'
import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import type { Exchange } from '#community/exchange.ts'
import { countHelped, countNotHelped } from '#community/reads/reads.ts'
import type { Db } from '#platform/db/database.ts'
import type { Otherwise } from './forms.ts'

export interface Helpfulness {
  readonly questionId: string
  readonly helped: boolean
  readonly journey: string
}

/** "Did this solve it?": kept without a person, once per question and journey whatever is repeated. */
export async function tellHelpfulness(x: Exchange, told: Helpfulness): Promise<void> {
  const kind = told.helped ? 'question.found-helpful' : 'question.found-unhelpful'
  if (!(await recordOnce(x, told, kind, {}))) return
  if (told.helped) countHelped(x.site)
  else countNotHelped(x.site)
}

/** The second tap: what this person would have done without the page. */
export async function tellOtherwise(x: Exchange, told: Helpfulness, otherwise: Otherwise): Promise<void> {
  await recordOnce(x, told, 'question.otherwise-told', { otherwise, helped: told.helped })
}

async function recordOnce(
  x: Exchange,
  { questionId, journey }: Helpfulness,
  kind: string,
  facts: Record<string, string | boolean>,
): Promise<boolean> {
  return deed(x.site, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${journey}, 7))`.execute(db)
    if (await wasTold(db, questionId, journey, kind)) return false
    const subject = { subjectKind: 'question', subjectId: questionId, questionId }
    await record(db, { kind, actorId: null, ...subject, facts: { journey, ...facts } })
    return true
  })
}

/** Yes and no exclude each other: the first answer of a journey counts. */
async function wasTold(db: Db, questionId: string, journey: string, kind: string): Promise<boolean> {
  const kinds = kind === 'question.otherwise-told' ? [kind] : ['question.found-helpful', 'question.found-unhelpful']
  const { rows } = await sql`
    select 1 from activity where question_id = ${questionId}::bigint and kind = any(${kinds}::text[])
      and facts ->> 'journey' = ${journey} limit 1`.execute(db)
  return rows.length > 0
}
