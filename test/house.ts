import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll } from 'vitest'
import { serveApi } from '#app/http/api-server.ts'
import { ExchangeMaker } from '#app/http/exchange-maker.ts'
import { mountRoute } from '#app/http/route-mount.tsx'
import { Delivery } from '#community/activity/deliver.ts'
import type { Capability } from '#community/capability.ts'
import type { Frame } from '#community/exchange.ts'
import type { Role } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import { hashOfSession } from '#platform/auth/sessions.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import type { RateLimits } from '#platform/http/rate-limits.ts'
import { keptReadings } from '#platform/realtime/kept.ts'
import { Signals } from '#platform/realtime/signals.ts'
import type { TestDatabase } from './database.ts'
import { testSite } from './people.ts'

export interface House {
  readonly site: Site
  readonly server: FastifyInstance
  /** Brings activity to the listeners, and does the jobs that are due. */
  readonly settle: () => Promise<void>
}

export interface Person {
  readonly id: string
  readonly handle: string
  readonly sessionId: string
  readonly cookies: Record<string, string>
}

/** A house with these capabilities only, on a real database, without a port. */
export async function testHouse(
  database: TestDatabase,
  capabilities: readonly Capability[],
  limits?: RateLimits,
): Promise<House> {
  const signals = new Signals(database.pool)
  const site: Site = Object.assign(testSite(database, limits), {
    signals,
    pageCache: new PageCache(signals),
    kept: keptReadings(signals),
  })
  await site.db.insertInto('brand').values({ name: 'Zonnewinde' }).execute()
  const server = fastify()
  await server.register(cookie)
  await server.register(formbody)
  await server.register(multipart)
  const maker = new ExchangeMaker(site, frame)
  for (const { routes = [] } of capabilities) {
    for (const route of routes) mountRoute(server, { site, maker, headers: {} }, route)
  }
  await server.register((scope) => serveApi(scope, site, maker, capabilities), { prefix: '/api/v1' })
  const delivery = new Delivery(
    site,
    capabilities.flatMap(({ listens = [] }) => listens),
  )
  const jobs = capabilities.flatMap(({ jobs: own = [] }) => own)
  const tasks = Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(site, payload)]))
  const settle = async () => {
    await delivery.deliverAll()
    await runOnce({
      pgPool: database.pool,
      taskList: { ...tasks, ...site.mailer.jobs } as never,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    })
  }
  afterAll(() => server.close())
  return { site, server, settle }
}

const frame: Frame = {
  navigation: [],
  accountLinks: [],
  footerLinks: [],
  asset: (name) => `/${name}`,
  brandStylesheet: () => '/brand.css',
  onQuestionRead: [],
}

interface About {
  readonly roles?: readonly Role[]
  readonly blocked?: boolean
}

/** Somebody who is signed in. */
export async function person(site: Site, handle: string, { roles = [], blocked = false }: About = {}): Promise<Person> {
  const { db } = site
  const token = randomBytes(32).toString('base64url')
  const email = `${handle}@zonnewinde.example`
  await db.insertInto('auth_users').values({ id: handle, name: handle, email, email_verified: true }).execute()
  const { id } = await db
    .insertInto('members')
    .values({ account_id: handle, handle, name: handle, blocked_at: blocked ? new Date() : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const role of roles) await db.insertInto('member_roles').values({ member_id: id, role }).execute()
  const expires = new Date(Date.now() + 86_400_000)
  const session = { id: `session-${handle}`, user_id: handle, token: hashOfSession(token), expires_at: expires }
  await db.insertInto('auth_sessions').values(session).execute()
  return { id, handle, sessionId: session.id, cookies: { 'onderling-session': token } }
}
