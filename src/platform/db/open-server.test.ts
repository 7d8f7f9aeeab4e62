import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { openServer } from './open-server.ts'

const { connectionString, pool } = await testDatabase()

test('a server of somebody else is used as it is and is not stopped', async () => {
  const server = await openServer({ dataDir: '/nowhere', databaseUrl: connectionString, databaseMayLoseData: true })
  expect(server.connectionString).toBe(connectionString)
  await server.stop()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
