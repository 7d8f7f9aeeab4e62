import type { Config } from '#platform/config/config.ts'
import { checkServer } from './check-server.ts'
import { type EmbeddedServer, startServer } from './embedded.ts'

type Choice = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseMayLoseData'>

/** The PostgreSQL server this installation is set to use: the one of DATABASE_URL, else the embedded one. */
export async function openServer(config: Choice, log?: (line: string) => void): Promise<EmbeddedServer> {
  if (!config.databaseUrl) return startServer(config.dataDir, log)
  await checkServer(config.databaseUrl, config.databaseMayLoseData)
  // Somebody else's server is not ours to stop.
  return { connectionString: config.databaseUrl, adopted: true, stop: async () => {} }
}
