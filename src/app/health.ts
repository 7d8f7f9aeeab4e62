import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { deliveryLag } from '#community/activity/positions.ts'
import type { Site } from '#community/site.ts'

export interface Readiness {
  /** True from the moment that everything of the start is done until the first sign of the end. */
  isReady: boolean
}

/** `/healthz` says that the process lives, `/readyz` that people can be served, `/metrics` how it goes. */
export function serveHealth(server: FastifyInstance, site: Site, readiness: Readiness): void {
  const registry = metricsOf(server, site)
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'up' }))
  server.get('/readyz', async (_request, reply) => {
    const isReady = readiness.isReady && (await databaseAnswers(site))
    reply.header('cache-control', 'no-store')
    if (!isReady) reply.code(503).header('retry-after', 2)
    return reply.send({ status: isReady ? 'ready' : 'not ready' })
  })
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}

async function databaseAnswers(site: Site): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref())
  const asked = sql`select 1`.execute(site.db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}

function metricsOf(server: FastifyInstance, site: Site): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'onderling_requests_total',
    help: 'Requests answered, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'onderling_request_seconds',
    help: 'How long an answer took',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method: request.method, route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1_000)
  })
  gaugeOf(registry, 'onderling_kept_pages_bytes', 'Memory of the pages kept for visitors', () => site.pageCache.bytes)
  gaugeOf(
    registry,
    'onderling_database_waiting',
    'Requests waiting for a database connection',
    () => site.pool.waitingCount,
  )
  gaugeOf(
    registry,
    'onderling_activity_lag_seconds',
    'Age of the oldest activity not delivered to every listener',
    () => lagOf(site),
  )
  gaugeOf(
    registry,
    'onderling_activity_parked',
    'Activity that a listener could not take and that waits for staff',
    () => parkedOf(site),
  )
  return registry
}

function gaugeOf(registry: Registry, name: string, help: string, read: () => number | Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read())
    },
  })
}

/** Seconds that the slowest listener is behind. */
export async function lagOf(site: Pick<Site, 'db'>): Promise<number> {
  return Math.max(0, ...(await deliveryLag(site.db)).map(({ seconds }) => seconds))
}

export async function parkedOf(site: Pick<Site, 'db'>): Promise<number> {
  return (await deliveryLag(site.db)).reduce((sum, { parked }) => sum + parked, 0)
}
