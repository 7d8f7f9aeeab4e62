import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, inTransaction } from '#platform/db/database.ts'

export interface ReadingDay {
  readonly day: string
  readonly salt: string
}

/** Today in the community's zone, with the secret of the day that all processes share. */
export async function openReadingDay(db: Db): Promise<ReadingDay> {
  const { rows } = await sql<ReadingDay>`
    with today as (
      select (now() at time zone coalesce((select zone from brand), 'Europe/Amsterdam'))::date as day),
    made as (
      insert into reading_days (day, salt) select day, ${randomBytes(24).toString('base64url')} from today
      on conflict (day) do update set salt = reading_days.salt returning day, salt)
    select day::text as day, salt from made`.execute(db)
  const [today] = rows
  if (!today) throw new Error('The day did not open')
  await sql`delete from reading_days where day < ${today.day}::date`.execute(db)
  await sql`delete from reads_today where day < ${today.day}::date`.execute(db)
  return today
}

export interface Read {
  readonly readerHash: string
  readonly questionId: string
}

export interface Counts {
  readonly shown: number
  readonly opened: number
  readonly helped: number
  readonly notHelped: number
}

/** Adds what was read and counted since the last time. A question that a reader reads twice on a day counts once. */
export async function addReads(db: Db, day: string, reads: readonly Read[], counts: Counts): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { views, sessions } = await insertReads(trx, day, reads)
    await sql`
      insert into daily_reads as d (day, sessions, views, shown, opened, helped, not_helped)
      values (${day}::date, ${sessions}, ${views}, ${counts.shown}, ${counts.opened}, ${counts.helped}, ${counts.notHelped})
      on conflict (day) do update set sessions = d.sessions + excluded.sessions, views = d.views + excluded.views,
        shown = d.shown + excluded.shown, opened = d.opened + excluded.opened, helped = d.helped + excluded.helped,
        not_helped = d.not_helped + excluded.not_helped`.execute(trx)
  })
}

async function insertReads(db: Db, day: string, reads: readonly Read[]): Promise<{ views: number; sessions: number }> {
  if (reads.length === 0) return { views: 0, sessions: 0 }
  const { rows } = await sql<{ views: number; sessions: number }>`
    with come as (
      select distinct reader_hash, question_id
      from unnest(${reads.map((read) => read.readerHash)}::text[], ${reads.map((read) => read.questionId)}::bigint[])
        r (reader_hash, question_id)
      where exists (select from questions q where q.id = question_id)),
    unknown as (
      select distinct reader_hash from come c where not exists (
        select from reads_today t where t.day = ${day}::date and t.reader_hash = c.reader_hash)),
    fresh as (
      insert into reads_today (day, reader_hash, question_id) select ${day}::date, reader_hash, question_id from come
      order by reader_hash, question_id on conflict do nothing returning question_id),
    counted as (select question_id, count(*)::int as views from fresh group by question_id),
    per_day as (
      insert into question_reads as r (question_id, day, views) select question_id, ${day}::date, views from counted
      order by question_id on conflict (question_id, day) do update set views = r.views + excluded.views),
    locked as (
      select q.id from questions q join counted c on c.question_id = q.id order by q.id for no key update of q),
    per_question as (
      update questions q set view_count = q.view_count + c.views from counted c, locked l
      where q.id = c.question_id and l.id = q.id)
    select (select coalesce(sum(views), 0)::int from counted) as views, (select count(*)::int from unknown) as sessions`.execute(
    db,
  )
  return rows[0] ?? { views: 0, sessions: 0 }
}
