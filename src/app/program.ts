import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { setupInvitation } from '#capabilities/membership/setup.ts'
import { hubOf } from '#capabilities/notifications/live/hub.ts'
import { Delivery } from '#community/activity/deliver.ts'
import { ensurePartitions } from '#community/activity/partitions.ts'
import { findBrand } from '#community/brand/brand.ts'
import { writeReads } from '#community/reads/reads.ts'
import type { Config } from '#platform/config/config.ts'
import type { EmbeddedServer } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openServer } from '#platform/db/open-server.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log/log.ts'
import { capabilities } from './capabilities.ts'
import { frameOf } from './frame.ts'
import { greeting } from './greeting.ts'
import { serveHealth } from './health.ts'
import { buildServer } from './http/server.ts'
import type { Program } from './lifecycle.ts'
import { createSite, type OpenedSite } from './site.ts'
import { startWork } from './work.ts'

/** The whole of one server process, from an empty folder to the last answered request. */
export class Onderling implements Program {
  readonly dataDir: string
  readonly #config: Config
  readonly #log: Log
  readonly #readiness = { isReady: false }
  #database: EmbeddedServer | undefined
  #opened: OpenedSite | undefined
  #server: FastifyInstance | undefined
  #delivery: Delivery | undefined
  #worker: Worker | undefined

  constructor(config: Config, log: Log) {
    this.dataDir = config.dataDir
    this.#config = config
    this.#log = log
  }

  async start(): Promise<string> {
    const config = this.#config
    this.#database = await openServer(config, (line) => this.#log.debug(line))
    await migrate(this.#database.connectionString)
    this.#opened = createSite(config, this.#log, this.#database.connectionString)
    const { site } = this.#opened
    await ensurePartitions(site.db)
    if (config.demo) await (await import('./demo/seed.ts')).seedDemo(site, { now: site.now() })
    await site.signals.start()
    this.#server = await buildServer(site, frameOf(capabilities), capabilities)
    serveHealth(this.#server, site, this.#readiness)
    this.#delivery = new Delivery(
      site,
      capabilities.flatMap(({ listens = [] }) => listens),
    )
    await this.#delivery.start()
    this.#worker = await startWork(site, capabilities, (await findBrand(site.db))?.zone)
    await this.#server.listen({ port: config.port, host: config.host })
    this.#readiness.isReady = true
    console.log(greeting(config, await setupInvitation(site)))
    return localAddress(this.#server)
  }

  /** In the order in which things depend on one another: no new requests, then no work, then no database. */
  async stop(): Promise<void> {
    this.#readiness.isReady = false
    // Open streams would keep the server from closing.
    if (this.#opened) hubOf(this.#opened.site).end()
    await this.#server?.close()
    await this.#delivery?.stop()
    await this.#worker?.stop()
    if (this.#opened) {
      await writeReads(this.#opened.site).catch(() => {})
      await this.#opened.site.signals.stop()
      await this.#opened.close()
    }
    await this.#database?.stop()
  }
}

function localAddress(server: FastifyInstance): string {
  const { address, port, family } = server.server.address() as AddressInfo
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address
  return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`
}
