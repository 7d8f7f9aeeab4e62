import { Logger, runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import { projectFolder } from '#platform/config/project-folder.ts'

export type MigrateOptions = {
  onApplied?: (name: string) => void
}

/** Brings the database up to date, forward only; a second process waits for the first. Returns what was applied. */
export async function migrate(connectionString: string, options: MigrateOptions = {}): Promise<string[]> {
  const applied = await runner({
    databaseUrl: { connectionString, application_name: 'onderling migrate' },
    dir: projectFolder('migrations'),
    ignorePattern: '(?!.*\\.sql).*',
    migrationsTable: 'migrations',
    direction: 'up',
    // Each migration commits by itself, so that a failure keeps what came before it.
    singleTransaction: false,
    advisoryLockMode: 'wait',
    logger: quiet,
  })
  const names = applied.map((migration) => migration.name)
  await runMigrations({ connectionString, logger: new Logger(() => ignore) })
  for (const name of names) options.onApplied?.(name)
  return names
}

const ignore = () => {}
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore }
