import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Log } from '#platform/log/log.ts'
import { Abandoned } from './abandoned.ts'
import { calm } from './calm.ts'
import { inZone } from './zoned-cron.ts'

export interface JobRun {
  /** 1 for the first try. */
  readonly attempt: number
  readonly isLast: boolean
}

export type JobWork = (payload: unknown, run: JobRun) => Promise<void>

export interface WorkerOptions {
  readonly pool: Pool
  readonly log: Log
  readonly jobs: Readonly<Record<string, JobWork>>
  /** Work that repeats: name of the job and cron pattern in the zone. */
  readonly cron?: readonly { readonly name: string; readonly every: string }[]
  readonly zone?: string
  readonly concurrency?: number
  readonly pollInterval?: number
}

export interface Worker {
  /** Ends what runs, for at most some seconds; what is not finished is tried again later. */
  readonly stop: () => Promise<void>
}

/** Jobs are fetched and ticked off several at a time. What a process that ended had fetched is given back by `Abandoned`. */
const IN_BATCHES = { localQueue: { size: 8 }, completeJobBatchDelay: 0 }

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const trouble = (error: Error) => options.log.warn({ err: error }, 'The job queue has trouble')
  let abandoned: Abandoned | undefined
  events.on('pool:create', ({ workerPool }) => {
    abandoned = new Abandoned(options.pool, workerPool.id, trouble)
    void abandoned.start()
  })
  const runner = await run({
    pgPool: options.pool,
    events,
    taskList: tasksOf(options),
    preset: { worker: IN_BATCHES },
    parsedCronItems: cronOf(options),
    concurrency: options.concurrency ?? 4,
    pollInterval: options.pollInterval ?? 1_000,
    noHandleSignals: true,
    logger: loggerFor(options.log),
  })
  // A fatal end of the queue must not end the house; the log tells, and /metrics shows what is due.
  runner.promise.catch(trouble)
  const stop = async () => {
    await runner.stop().catch(() => {})
    await abandoned?.end()
  }
  return { stop }
}

function tasksOf({ jobs, log }: WorkerOptions): TaskList {
  const tasks: TaskList = {}
  for (const [name, work] of Object.entries(jobs)) {
    tasks[name] = async (payload, { job }) => {
      try {
        await calm()
        await work(payload, { attempt: job.attempts, isLast: job.attempts >= job.max_attempts })
      } catch (error) {
        log.error({ err: error, job: name, jobId: job.id, attempt: job.attempts }, 'A job failed')
        throw error
      }
    }
  }
  return tasks
}

function cronOf({ cron = [], zone = 'Europe/Amsterdam' }: WorkerOptions) {
  return parseCronItems(
    cron.map(({ name, every }) => ({
      task: name,
      match: inZone(every, zone),
      identifier: name,
      options: { backfillPeriod: 0, jobKey: name, jobKeyMode: 'preserve_run_at' as const },
    })),
  )
}

// The queue tells at length of each job; its failures are logged above, once and with their cause.
function loggerFor(log: Log): Logger {
  return new Logger(() => (level, message) => log.debug({ level }, message))
}
