import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Activity } from './activity.ts'

export interface Position {
  readonly listener: string
  readonly epoch: number
  readonly xid: string
  readonly id: string
  readonly failures: number
}

/** Activity with its place in the order. */
export interface Placed extends Activity {
  readonly epoch: number
  readonly xid: string
}

/**
 * Order is (epoch, xid, id), and only what no running transaction can still come before. By id alone rows would be lost
 * for ever: ids are handed out before transactions commit. Xids of an earlier epoch are another cluster's: all decided.
 */
const decided = sql`(a.epoch < (select max(epoch) from activity_epochs)
  or a.xid < pg_snapshot_xmin(pg_current_snapshot()))`

export async function insertPositions(db: Db, listeners: readonly string[]): Promise<void> {
  await sql`
    insert into listener_positions (listener, epoch, xid, id)
    select name, 0, '0'::xid8, 0 from unnest(${[...listeners]}::text[]) name
    on conflict do nothing`.execute(db)
}

/** Which of these have something to hear and are not waiting for another try. Takes no lock and no transaction id. */
export async function listDue(db: Db, listeners: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ listener: string }>`
    select p.listener from listener_positions p
    where p.listener = any(${[...listeners]}::text[]) and (p.retry_at is null or p.retry_at <= now())
      and exists (select 1 from activity a where (a.epoch, a.xid, a.id) > (p.epoch, p.xid, p.id) and ${decided})
  `.execute(db)
  return rows.map((row) => row.listener)
}

/** Which of these have not heard all that is committed, decided or not, and are not waiting for another try. */
export async function listBehind(db: Db, listeners: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ listener: string }>`
    select p.listener from listener_positions p
    where p.listener = any(${[...listeners]}::text[]) and (p.retry_at is null or p.retry_at <= now())
      and exists (select 1 from activity a where (a.epoch, a.xid, a.id) > (p.epoch, p.xid, p.id))
  `.execute(db)
  return rows.map((row) => row.listener)
}

/** Nothing when another process is delivering to this listener just now. */
export async function lockPosition(db: Db, listener: string): Promise<Position | undefined> {
  const { rows } = await sql<Position>`
    select listener, epoch, xid::text as xid, id::text as id, failures from listener_positions
    where listener = ${listener} and (retry_at is null or retry_at <= now())
    for update skip locked`.execute(db)
  return rows[0]
}

export async function listNext(db: Db, after: Position, limit: number): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select a.id::text as id, a.epoch, a.xid::text as xid, a.kind, a.actor_id::text as "actorId",
      a.subject_kind as "subjectKind", a.subject_id::text as "subjectId", a.question_id::text as "questionId",
      a.board_id::text as "boardId", a.facts, a.origin, a.occurred_at as "occurredAt", a.recorded_at as "recordedAt"
    from activity a
    where (a.epoch, a.xid, a.id) > (${after.epoch}::int, ${after.xid}::xid8, ${after.id}::bigint) and ${decided}
    order by a.epoch, a.xid, a.id limit ${limit}`.execute(db)
  return rows
}

export async function updatePosition(db: Db, listener: string, last: Activity): Promise<void> {
  const { epoch, xid, id } = last as Placed
  await sql`
    update listener_positions set epoch = ${epoch}::int, xid = ${xid}::xid8, id = ${id}::bigint, moved_at = now(),
      failures = 0, retry_at = null, failure = null
    where listener = ${listener}`.execute(db)
}

export async function updateFailed(db: Db, at: Position, failure: string, wait: number): Promise<void> {
  await sql`
    update listener_positions set failures = ${at.failures + 1}::int, failure = ${failure},
      retry_at = now() + ${wait}::double precision * interval '1 millisecond'
    where listener = ${at.listener} and xid = ${at.xid}::xid8 and id = ${at.id}::bigint`.execute(db)
}

export async function insertParked(db: Db, listener: string, activity: Activity, failure: string): Promise<void> {
  await sql`
    insert into parked_activity (listener, activity_id, activity_recorded_at, failure)
    values (${listener}, ${activity.id}::bigint, ${activity.recordedAt}::timestamptz, ${failure})
    on conflict do nothing`.execute(db)
}

export interface Lag {
  readonly listener: string
  /** Age of the oldest activity that this listener has not heard; 0 when it heard everything. */
  readonly seconds: number
  readonly failures: number
  readonly parked: number
}

/** For /metrics and the doctor. */
export async function deliveryLag(db: Db): Promise<Lag[]> {
  const { rows } = await sql<Lag>`
    select p.listener, p.failures,
      coalesce(extract(epoch from now() - (select a.recorded_at from activity a
        where (a.epoch, a.xid, a.id) > (p.epoch, p.xid, p.id)
        order by a.epoch, a.xid, a.id limit 1)), 0)::double precision as seconds,
      (select count(*)::int from parked_activity k where k.listener = p.listener) as parked
    from listener_positions p order by p.listener`.execute(db)
  return rows
}
