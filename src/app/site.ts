import { join } from 'node:path'
import { missedActivity } from '#community/activity/missed.ts'
import type { Site } from '#community/site.ts'
import type { Config } from '#platform/config/config.ts'
import { secret } from '#platform/config/secrets.ts'
import { createDatabase } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { createRateLimits } from '#platform/http/rate-limits.ts'
import type { Log } from '#platform/log/log.ts'
import { Mailer } from '#platform/mail/mailer.ts'
import { keptReadings } from '#platform/realtime/kept.ts'
import { Signals } from '#platform/realtime/signals.ts'
import { diskStorage } from '#platform/storage/storage.ts'
import { stillWanted } from './capabilities.ts'

export interface OpenedSite {
  readonly site: Site
  readonly close: () => Promise<void>
}

/** Puts the parts of an installation together on an open database. */
export function createSite(config: Config, log: Log, connectionString: string): OpenedSite {
  const pool = createPool(connectionString, {
    max: 12,
    onError: (error) => log.warn({ err: error }, 'database connection lost'),
  })
  const db = createDatabase(pool)
  const signals = new Signals(pool, {
    net: missedActivity(db),
    onTrouble: (error) => log.warn({ err: error }, 'signals between processes have trouble'),
  })
  const site: Site = {
    config,
    db,
    pool,
    log,
    signals,
    storage: diskStorage(join(config.dataDir, 'files')),
    pageCache: new PageCache(signals),
    kept: keptReadings(signals),
    mailer: new Mailer({ db, config, log, stillWanted }),
    limits: createRateLimits(pool, config.rateLimits),
    secret: secretsOf(config.dataDir),
    now: () => new Date(),
  }
  const close = async () => {
    await site.mailer.stop()
    await pool.end()
  }
  return { site, close }
}

/** Read from the disk once per name. */
function secretsOf(dataDir: string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const value = known.get(name) ?? secret(dataDir, name)
    known.set(name, value)
    return value
  }
}
