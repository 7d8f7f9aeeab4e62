import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface JobOptions {
  /** Only one job with this key waits at a time; adding it again replaces what waits. */
  readonly key?: string
  readonly runAt?: Date
  /** With `key`: the one that waits keeps its own time. */
  readonly keepTime?: boolean
  readonly attempts?: number
}

/** Adds a job in the same transaction as the deed: no deed without its job, no job without its deed. */
export async function addJob(db: Db, name: string, payload: unknown, options: JobOptions = {}): Promise<void> {
  const { key = null, runAt = null, keepTime = false, attempts = null } = options
  await sql`select 1 from graphile_worker.add_job(
    ${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${runAt}::timestamptz,
    max_attempts := ${attempts}::int, job_key := ${key},
    job_key_mode := ${keepTime ? 'preserve_run_at' : 'replace'})`.execute(db)
}

/** Many jobs of one name in one go, each with its own key and time; one that waits already keeps its time. */
export async function addJobs(
  db: Db,
  name: string,
  jobs: readonly { readonly payload: unknown; readonly key: string; readonly runAt: Date }[],
): Promise<void> {
  await sql`
    select 1 from graphile_worker.add_jobs(array(
      select (${name}, j.payload::json, null, j."runAt", null, j.key, null, null)::graphile_worker.job_spec
      from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(payload jsonb, key text, "runAt" timestamptz)),
      job_key_preserve_run_at := true)`.execute(db)
}

export interface FailedJob {
  readonly id: string
  readonly name: string
  readonly failure: string
  readonly failedAt: Date
}

/** Jobs that were tried as often as they may be: they wait for somebody to look. */
export async function listFailedJobs(db: Db, limit = 100): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id::text as id, task_identifier as name, coalesce(last_error, '') as failure, updated_at as "failedAt"
    from graphile_worker.jobs where attempts >= max_attempts and locked_at is null
    order by updated_at desc limit ${limit}`.execute(db)
  return rows
}

/** For the metrics: what is due but not done, and what was given up; a job in its last try is neither. */
export async function countJobs(db: Db): Promise<{ due: number; failed: number }> {
  const { rows } = await sql<{ due: number; failed: number }>`
    select count(*) filter (where attempts < max_attempts and run_at <= now())::int as due,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed
    from graphile_worker.jobs`.execute(db)
  return rows[0] ?? { due: 0, failed: 0 }
}
