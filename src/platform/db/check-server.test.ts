import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { checkServer } from './check-server.ts'

const { connectionString } = await testDatabase()

test('a server that could lose what was saved is refused, unless told otherwise', async () => {
  // The server of the tests has these off, to be quick.
  await expect(checkServer(connectionString)).rejects.toThrow('fsync, full_page_writes, synchronous_commit off')
  await expect(checkServer(connectionString, true)).resolves.toBeUndefined()
})

test('a server that is not there is named as such', async () => {
  await expect(checkServer('postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow('cannot be reached')
})
