import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Touched } from '#platform/realtime/signals.ts'
import { tagsOf } from './record.ts'

const MOST = 1_000

/**
 * The net under the signals: looks every few seconds at what was committed since the last look, and names what it shows
 * of which no signal was heard (its process died between the commit and the signal).
 */
export function missedActivity(db: Db): (heard: (tag: string) => boolean) => Promise<Touched> {
  let from: string | undefined
  return async (heard) => {
    const { rows: moments } = await sql<{ xmin: string }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db)
    const until = moments[0]?.xmin as string
    const rows = from === undefined ? [] : await committed(db, from, until)
    from = until
    if (rows.length > MOST) return 'everything'
    return [...new Set(rows.filter((row) => !heard(`activity:${row.id}`)).flatMap(tagsOf))]
  }
}

interface Row {
  id: string
  subjectKind: string
  subjectId: string
  questionId: string | null
}

// Below the oldest transaction still running everything is decided: each row is looked at exactly once.
async function committed(db: Db, from: string, until: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id::text as id, subject_kind as "subjectKind", subject_id::text as "subjectId",
      question_id::text as "questionId"
    from activity
    where epoch = (select max(epoch) from activity_epochs) and xid >= ${from}::xid8 and xid < ${until}::xid8
    limit ${MOST + 1}`.execute(db)
  return rows
}
