import { ensurePartitions } from '#community/activity/partitions.ts'
import type { Capability } from '#community/capability.ts'
import type { Site } from '#community/site.ts'
import { sweepDeedKeys } from '#platform/db/deed-keys.ts'
import { type JobWork, startWorker, type Worker } from '#platform/jobs/worker.ts'
import { mailCron } from '#platform/mail/mailer.ts'

const PARTITIONS = 'activity.partitions'
const DEED_KEYS = 'deed-keys.sweep'

/** Starts what is done outside requests: the jobs of the capabilities, and mail. */
export async function startWork(site: Site, capabilities: readonly Capability[], zone?: string): Promise<Worker> {
  site.mailer.warnIfPrinted()
  const all = capabilities.flatMap(({ jobs = [] }) => jobs)
  const jobs: Record<string, JobWork> = {
    ...site.mailer.jobs,
    [PARTITIONS]: () => ensurePartitions(site.db, site.now()),
    [DEED_KEYS]: async () => void (await sweepDeedKeys(site.db)),
    ...Object.fromEntries(all.map((job) => [job.name, (payload: unknown) => job.run(site, payload)])),
  }
  const repeated = all.flatMap(({ name, every }) => (every ? [{ name, every }] : []))
  return startWorker({
    pool: site.pool,
    log: site.log,
    jobs,
    cron: [
      ...mailCron,
      { name: PARTITIONS, every: '5 1 * * *' },
      { name: DEED_KEYS, every: '37 * * * *' },
      ...repeated,
    ],
    zone,
  })
}
