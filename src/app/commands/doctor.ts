import { access, constants } from 'node:fs/promises'
import { Command } from 'commander'
import { sql } from 'kysely'
import type { Site } from '#community/site.ts'
import { listFailedJobs } from '#platform/jobs/jobs.ts'
import { lagOf, parkedOf } from '../health.ts'
import type { CommandHouse } from './member.ts'

interface Finding {
  readonly isWell: boolean
  readonly words: string
}

/** `doctor`: looks at everything that commonly goes wrong. Exit code 1 when something needs attention. */
export function doctorCommand({ withSite, print }: CommandHouse): Command {
  return new Command('doctor').description('checks the installation and says what needs attention').action(async () => {
    const findings = await withSite((site) => Promise.all(checks.map((check) => check(site))))
    for (const { isWell, words } of findings) print(`${isWell ? 'well      ' : 'attention '} ${words}`)
    if (findings.some(({ isWell }) => !isWell)) process.exitCode = 1
  })
}

const checks: readonly ((site: Site) => Promise<Finding>)[] = [
  async ({ db }) => {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
    return { isWell: true, words: `PostgreSQL ${rows[0]?.version} answers and is migrated` }
  },
  async ({ config }) => {
    const isWritable = await access(config.dataDir, constants.W_OK).then(
      () => true,
      () => false,
    )
    return { isWell: isWritable, words: `DATA_DIR ${config.dataDir} ${isWritable ? 'can' : 'cannot'} be written` }
  },
  async ({ config }) =>
    config.smtpUrl
      ? { isWell: true, words: 'SMTP_URL is set: mail is sent' }
      : { isWell: false, words: 'SMTP_URL is not set: mail is not sent' },
  async (site) => {
    const lag = await lagOf(site)
    return { isWell: lag < 60, words: `Activity waits ${Math.round(lag)} s for its slowest listener` }
  },
  async (site) => {
    const parked = await parkedOf(site)
    return { isWell: parked === 0, words: `${parked} pieces of activity were set aside` }
  },
  async ({ db }) => {
    const failed = await listFailedJobs(db)
    const names = [...new Set(failed.map((job) => job.name))].join(', ')
    return { isWell: failed.length === 0, words: `${failed.length} jobs failed for good${names && `: ${names}`}` }
  },
  async ({ db }) => {
    const { rows } = await sql<{ failed: number }>`
      select count(*)::int as failed from outgoing_mails where failed_at is not null`.execute(db)
    return { isWell: rows[0]?.failed === 0, words: `${rows[0]?.failed} mails could not be delivered` }
  },
]
