import { afterAll, describe, expect, it, vi } from 'vitest'
import { createLog } from '#platform/log/log.ts'
import { testDatabase } from '#test/database.ts'
import { addJob, countJobs, listFailedJobs } from './jobs.ts'
import { type JobWork, startWorker, type Worker } from './worker.ts'
import { inZone } from './zoned-cron.ts'

const { db, pool } = await testDatabase()
const workers: Worker[] = []
afterAll(() => Promise.all(workers.map((worker) => worker.stop())))

async function work(jobs: Record<string, JobWork>) {
  const log = createLog({ level: 'silent' })
  workers.push(await startWorker({ pool, log, jobs, concurrency: 2, pollInterval: 100 }))
}

describe('a job', () => {
  it('that belongs to a deed that did not happen never runs', async () => {
    const done: unknown[] = []
    await work({ tidy: async (payload) => void done.push(payload) })
    await db
      .transaction()
      .execute(async (trx) => {
        await addJob(trx, 'tidy', { id: '1' })
        throw new Error('rolled back')
      })
      .catch(() => {})
    await addJob(db, 'tidy', { id: '2' })
    await vi.waitFor(() => expect(done).toEqual([{ id: '2' }]), 20_000)
  })

  it('with a key waits only once', async () => {
    const later = new Date(Date.now() + 3_600_000)
    await addJob(db, 'bundle', { id: '1' }, { key: 'bundle:1', runAt: later })
    await addJob(db, 'bundle', { id: '1' }, { key: 'bundle:1', runAt: new Date(0), keepTime: true })
    const { rows } = await pool.query(`select run_at from graphile_worker.jobs where key = 'bundle:1'`)
    expect(rows).toEqual([{ run_at: later }])
  })

  it('that keeps failing is shown to staff', async () => {
    await work({ break: () => Promise.reject(new Error('the disk is full')) })
    await addJob(db, 'break', {}, { attempts: 1 })
    await vi.waitFor(async () => expect(await countJobs(db)).toMatchObject({ failed: 1 }), 20_000)
    expect(await listFailedJobs(db)).toMatchObject([{ name: 'break', failure: 'the disk is full' }])
  })

  it('of a worker that was killed is done by another one', async () => {
    await addJob(db, 'orphan', { id: '1' })
    await pool.query(`update graphile_worker._private_jobs j set locked_by = 'dead', locked_at = now() - interval '1 minute'
      from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'orphan'`)
    const done: unknown[] = []
    await work({ orphan: async (payload) => void done.push(payload) })
    await vi.waitFor(() => expect(done).toEqual([{ id: '1' }]), 20_000)
  })
})

describe('work that repeats', () => {
  const at = (text: string) => {
    const then = new Date(text)
    return {
      min: then.getUTCMinutes(),
      hour: then.getUTCHours(),
      date: then.getUTCDate(),
      month: then.getUTCMonth() + 1,
      dow: then.getUTCDay(),
    }
  }
  const daily = inZone('30 7 * * *', 'Europe/Amsterdam', () => 2026)
  const nightly = inZone('30 2 * * *', 'Europe/Amsterdam', () => 2026)

  it('runs at the hour of the community, in summer and in winter', () => {
    expect(daily(at('2026-07-01T05:30:00Z'))).toBe(true)
    expect(daily(at('2026-12-01T06:30:00Z'))).toBe(true)
    expect(daily(at('2026-12-01T05:30:00Z'))).toBe(false)
  })

  it('runs once in the night in which the clock is put back', () => {
    expect(nightly(at('2026-10-25T00:30:00Z'))).toBe(true)
    expect(nightly(at('2026-10-25T01:30:00Z'))).toBe(false)
  })
})
