import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll } from 'vitest'
import { capabilities } from '#app/capabilities.ts'
import { frameOf } from '#app/frame.ts'
import { serveHealth } from '#app/health.ts'
import { buildServer } from '#app/http/server.ts'
import { createSite } from '#app/site.ts'
import { hubOf } from '#capabilities/notifications/live/hub.ts'
import { Delivery } from '#community/activity/deliver.ts'
import type { Role } from '#community/members/actor.ts'
import { createApiKey, type Scope } from '#community/members/api-keys.ts'
import type { Site } from '#community/site.ts'
import { type Config, readConfig } from '#platform/config/config.ts'
import { formTokenFor } from '#platform/http/form-token.ts'
import { createLog } from '#platform/log/log.ts'
import type { TestDatabase } from './database.ts'
import { type Person, person } from './house.ts'

export const ORIGIN = 'http://localhost:3000'

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
  readonly bytes: Buffer
  /** Where it sends on to, without the name of the house. */
  readonly location: string
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody at a browser: cookies, form token and origin go along as a browser sends them. */
export interface Visitor {
  readonly name: string
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answered>
  readonly post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Answered>
  readonly send: (request: InjectOptions) => Promise<Answered>
}

export interface Member extends Visitor {
  readonly person: Person
  readonly formToken: string
}

/** A program with a key, or without one. */
export interface Program {
  readonly name: string
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>
}

export interface WholeHouse {
  readonly site: Site
  readonly server: FastifyInstance
  readonly visitor: () => Visitor
  readonly member: (handle: string, about?: { roles?: readonly Role[]; blocked?: boolean }) => Promise<Member>
  readonly program: (key: string | null, name?: string) => Program
  readonly keyOf: (member: Member, scopes?: readonly Scope[]) => Promise<string>
  /** What the house wrote down as trouble of its own, newest last. */
  readonly troubles: readonly string[]
  /** Brings activity to the listeners and does the jobs that are due, until nothing is left. */
  readonly settle: () => Promise<void>
}

const ALL_SCOPES: readonly Scope[] = ['questions:read', 'questions:write', 'search:read', 'members:read', 'boards:read']

/** The house as people meet it, whole, on a database of its own and without a port. */
export async function wholeHouse(database: TestDatabase, more: Partial<Config> = {}): Promise<WholeHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onderling-whole-house-'))
  const config = { ...readConfig({ DATA_DIR: dataDir, RATE_LIMITS: 'off' }, { demo: true }), ...more }
  const troubles: string[] = []
  const stream = new Writable({ write: (line, _, done) => done(void troubles.push(String(line))) })
  const { site, close } = createSite(config, createLog({ level: 'error', stream }), database.connectionString)
  await site.db
    .insertInto('brand')
    .values({ name: 'Zonnewinde' })
    .onConflict((twice) => twice.doNothing())
    .execute()
  const server = await buildServer(site, frameOf(capabilities), capabilities)
  serveHealth(server, site, { isReady: true })
  await server.ready()
  afterAll(async () => {
    hubOf(site).end()
    await server.close()
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    site,
    server,
    troubles,
    settle: settler(site, database),
    visitor: () => visitor(server, 'visitor', {}),
    member: async (handle, about) => {
      const who = await person(site, handle, about)
      const formToken = formTokenFor(site.secret('forms'), who.sessionId)
      return { ...visitor(server, handle, who.cookies, formToken), person: who, formToken }
    },
    program: (key, name = key ? 'program' : 'program without key') => program(server, key, name),
    keyOf: (member, scopes = ALL_SCOPES) => createApiKey(site.db, member.person.id, scopes),
  }
}

function settler(site: Site, { pool }: TestDatabase) {
  const delivery = new Delivery(
    site,
    capabilities.flatMap(({ listens = [] }) => listens),
  )
  const jobs = capabilities.flatMap(({ jobs: own = [] }) => own)
  const tasks = Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(site, payload)]))
  const logger = new Logger(() => () => {})
  return async () => {
    await delivery.deliverAll()
    const taskList = { ...tasks, ...site.mailer.jobs } as never
    await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger })
  }
}

function visitor(
  server: FastifyInstance,
  name: string,
  given: Readonly<Record<string, string>>,
  formToken?: string,
): Visitor {
  const jar = new Map(Object.entries(given))
  const cookie = () => (jar.size > 0 ? { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } : {})
  const send = async (request: InjectOptions): Promise<Answered> => {
    const headers = { 'accept-language': 'nl', ...cookie(), ...request.headers }
    const response = await server.inject({ ...request, headers } as InjectOptions)
    for (const { name: key, value } of response.cookies) value === '' ? jar.delete(key) : jar.set(key, value)
    return answered(response)
  }
  const get: Visitor['get'] = (path, headers = {}) =>
    send({ url: path, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
  const post: Visitor['post'] = (path, fields = {}, headers = {}) =>
    send({
      method: 'POST',
      url: path,
      headers: { ...formHeaders, ...headers },
      payload: formBody(formToken === undefined ? fields : { _token: formToken, ...fields }),
    })
  return { name, get, post, send }
}

const formHeaders = {
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

/** A field with several values is sent several times. */
export function formBody(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body.toString()
}

function program(server: FastifyInstance, key: string | null, name: string): Program {
  return {
    name,
    call: async (method, path, body, headers = {}) => {
      const given = {
        'accept-language': 'nl',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      }
      const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
      const request = { method, url: path, headers: { ...given, ...headers }, payload } as InjectOptions
      return answered(await server.inject(request))
    },
  }
}

type Response = Awaited<ReturnType<FastifyInstance['inject']>>

const answered = (response: Response): Answered => ({
  status: response.statusCode,
  headers: response.headers,
  text: response.payload,
  bytes: response.rawPayload,
  location: String(response.headers.location ?? '').replace(ORIGIN, ''),
})
