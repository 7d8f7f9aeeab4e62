import type { Site } from '#community/site.ts'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openServer } from '#platform/db/open-server.ts'
import { createLog } from '#platform/log/log.ts'
import { createSite } from '../site.ts'

/**
 * Opens the community of this DATA_DIR for one command: on the database of a server that runs beside it, or on one that
 * is started for the purpose and stopped again. The log goes to standard error, so that a command prints its result alone.
 */
export async function withSite<T>(work: (site: Site) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const log = createLog({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, stream: process.stderr })
  const database = await openServer(config)
  try {
    await migrate(database.connectionString)
    const { site, close } = createSite(config, log, database.connectionString)
    try {
      await site.signals.start()
      return await work(site)
    } finally {
      await site.signals.stop()
      await close()
    }
  } finally {
    await database.stop()
  }
}
