// A server with a database and one page, run as a process of its own by the tests of starting and stopping.
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { runUntilStopped } from '#app/lifecycle.ts'
import { type EmbeddedServer, startServer } from '#platform/db/embedded.ts'

const dataDir = process.env.DATA_DIR as string
const port = Number(process.env.PORT)
const slowStopMs = Number(process.env.SLOW_STOP_MS ?? 0)

const http = createServer((_request, response) => response.end('ok'))
let database: EmbeddedServer | undefined

await runUntilStopped({
  dataDir,
  async start() {
    database = await startServer(dataDir)
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(port, '127.0.0.1', resolve)
    })
    console.log(`ready adopted=${database.adopted}`)
    return `http://127.0.0.1:${port}`
  },
  async stop() {
    http.close()
    http.closeAllConnections()
    await sleep(slowStopMs)
    await database?.stop()
    console.log('stopped')
  },
})
