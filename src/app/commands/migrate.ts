import { Command } from 'commander'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openServer } from '#platform/db/open-server.ts'
import type { CommandHouse } from './member.ts'

/** `migrate`: brings the database up to date and says what changed. */
export function migrateCommand({ print }: CommandHouse): Command {
  return new Command('migrate').description('brings the database up to date').action(async () => {
    const database = await openServer(readConfig(process.env))
    try {
      const applied = await migrate(database.connectionString)
      for (const name of applied) print(name)
      if (applied.length === 0) print('The database is up to date.')
    } finally {
      await database.stop()
    }
  })
}
