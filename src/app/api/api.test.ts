import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiRoute } from '#community/api.ts'
import { createApiKey, revokeApiKey } from '#community/members/api-keys.ts'
import { createRateLimits } from '#platform/http/rate-limits.ts'
import { json } from '#platform/http/reply.ts'
import { testDatabase } from '#test/database.ts'
import { person, testHouse } from '#test/house.ts'

const database = await testDatabase()
const limits = createRateLimits(database.pool)

const body = z.object({ words: z.string().max(20) })
const writes = { tag: 'Things', scope: 'things:write', needsKey: true, answers: { 200: body } } as const
const reads = { method: 'GET', tag: 'Things', scope: 'things:read', needsKey: false, answers: { 200: body } } as const

const api = [
  apiRoute({
    ...reads,
    path: '/things',
    summary: 'Who is it',
    handle: async (x) => json({ viewer: x.viewer?.handle ?? null }),
  }),
  apiRoute({
    ...writes,
    method: 'POST',
    path: '/things',
    summary: 'Say it',
    body,
    handle: async (x) => json(x.input.body),
  }),
  apiRoute({
    ...reads,
    path: '/trouble',
    summary: 'Fail',
    handle: async () => {
      throw new Error('password=geheim at /srv/onderling')
    },
  }),
  apiRoute({
    ...reads,
    path: '/away',
    summary: 'Lose the database',
    handle: async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    },
  }),
]

const { site, server } = await testHouse(database, [{ name: 'things', api }], limits)
const { db } = database
const henk = await person(site, 'henk')
const newKey = (memberId = henk.id) => createApiKey(db, memberId, ['things:read', 'things:write'])
let address = 0

type Call = {
  method?: string
  key?: string
  payload?: string | Buffer
  type?: string
  headers?: Record<string, string>
  ip?: string
}

async function call(path: string, { method = 'GET', key, payload, type, headers = {}, ip }: Call = {}) {
  address += 1
  const response = await server.inject({
    method: method as 'GET',
    url: `/api/v1${path}`,
    remoteAddress: ip ?? `198.51.${address >> 8}.${address & 255}`,
    headers: {
      'accept-language': 'en',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(type ? { 'content-type': type } : {}),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, headers: response.headers, text: response.body }
}

const code = ({ text }: { text: string }) => JSON.parse(text).code

describe('a key', () => {
  it('speaks for its member, and nobody without one', async () => {
    expect((await call('/things', { key: await newKey() })).text).toBe('{"viewer":"henk"}')
    expect((await call('/things')).text).toBe('{"viewer":null}')
  })

  it('that is missing, unknown, revoked or malformed is asked for', async () => {
    const revoked = await newKey()
    const [listed] = await db.selectFrom('api_keys').select('id').orderBy('id', 'desc').limit(1).execute()
    await revokeApiKey(db, listed?.id ?? '')
    const none = await call('/things', { method: 'POST', payload: '{}', type: 'application/json' })
    expect(none).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer realm="api"' } })
    const headers = [
      `Bearer ${revoked}`,
      'Bearer x',
      'Bearer',
      'Basic aGVuazp4',
      `Bearer ${'x'.repeat(5000)}`,
      "Bearer ' or 1=1",
    ]
    for (const authorization of headers) {
      const refused = await call('/things', { headers: { authorization } })
      expect([refused.status, code(refused)]).toEqual([401, 'key-unknown'])
      expect(refused.headers['www-authenticate']).toBe('Bearer realm="api", error="invalid_token"')
    }
  })

  it('of a blocked member is good for nothing', async () => {
    const blocked = await person(site, 'piet', { blocked: true })
    expect((await call('/things', { key: await newKey(blocked.id) })).status).toBe(401)
  })

  it('without the scope is told which one it lacks', async () => {
    const key = await createApiKey(db, henk.id, ['things:read'])
    const refused = await call('/things', { method: 'POST', key, payload: '{}', type: 'application/json' })
    expect([refused.status, code(refused)]).toEqual([403, 'scope-missing'])
    expect(refused.headers['www-authenticate']).toContain('scope="things:write"')
  })

  it('keeps when it was last used, at most once a minute', async () => {
    const key = await newKey()
    const lastUse = async () =>
      (await db.selectFrom('api_keys').select('last_used_at').orderBy('id', 'desc').limit(1).executeTakeFirst())
        ?.last_used_at
    await call('/things', { key })
    const first = await lastUse()
    await call('/things', { key })
    expect(first).toBeInstanceOf(Date)
    expect(await lastUse()).toEqual(first)
  })
})

it('a session cookie opens nothing here', async () => {
  const cookie = Object.entries(henk.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  expect((await call('/things', { headers: { cookie } })).text).toBe('{"viewer":null}')
  const posted = await call('/things', { method: 'POST', headers: { cookie }, payload: '{}', type: 'application/json' })
  expect(posted.status).toBe(401)
})

describe('a body', () => {
  it('is JSON in UTF-8, of at most 1 MiB', async () => {
    const key = await newKey()
    const post = (payload: string | Buffer, type?: string) => call('/things', { method: 'POST', key, payload, type })
    expect(await post('words=hallo', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 })
    expect(await post('{"words":"hallo"}', 'text/plain')).toMatchObject({ status: 415 })
    expect(await post('--x\r\n', 'multipart/form-data; boundary=x')).toMatchObject({ status: 415 })
    expect(await post('{"words":"hallo"}')).toMatchObject({ status: 415 })
    expect(await post('{"words":"hallo"', 'application/json')).toMatchObject({ status: 400 })
    expect(await post('', 'application/json')).toMatchObject({ status: 400 })
    expect(await post(Buffer.from([0x22, 0xff, 0x22]), 'application/json')).toMatchObject({ status: 400 })
    expect(await post(JSON.stringify({ words: 'x'.repeat(1024 * 1024) }), 'application/json')).toMatchObject({
      status: 413,
    })
    const fine = await post('{"words":"hallo","more":1,"__proto__":{"words":"x"}}', 'application/json; charset=utf-8')
    expect(fine).toMatchObject({ status: 200, text: '{"words":"hallo"}' })
  })

  it('of the wrong shape is told apart per field', async () => {
    const key = await newKey()
    const shapes = [
      '[]',
      'null',
      '"x"',
      '1',
      '{"words":["a"]}',
      '{"words":{"a":1}}',
      '{"words":1}',
      `{"words":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ]
    for (const payload of shapes) {
      const refused = await call('/things', { method: 'POST', key, payload, type: 'application/json' })
      expect([payload.slice(0, 20), refused.status, code(refused)]).toEqual([payload.slice(0, 20), 422, 'invalid-body'])
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    }
  })
})

describe('an address', () => {
  it('that is not there is a problem, with and without a key', async () => {
    for (const path of ['/nergens', '/things/12', '/', '', '/%00', '/..%2f..%2fetc/passwd']) {
      const missing = await call(path)
      expect([path, missing.status, code(missing)]).toEqual([path, 404, 'not-found'])
    }
  })

  it('says which methods it knows', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect(await call('/things', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
    }
  })

  it('is open to no other site', async () => {
    const { headers } = await call('/things', { headers: { origin: 'https://slecht.example' } })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('trouble inside', () => {
  it('is told without its insides, with a number to mention', async () => {
    const { status, text } = await call('/trouble')
    expect(status).toBe(500)
    expect(text).not.toMatch(/geheim|srv|Error|stack/)
    expect(JSON.parse(text)).toMatchObject({ code: 'broken', detail: expect.stringMatching(/number/) })
  })

  it('with the database asks to come back', async () => {
    expect(await call('/away')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  })
})

describe('how much one may ask', () => {
  it('is counted per key, whoever holds it, and told in headers', async () => {
    const [one, other] = [await newKey(), await newKey()]
    const first = await call('/things', { key: one, ip: '203.0.113.9' })
    expect(first.headers).toMatchObject({
      'ratelimit-limit': '120',
      'ratelimit-remaining': '119',
      'ratelimit-reset': '60',
    })
    for (let n = 0; n < 119; n++) await call('/things', { key: one, ip: '203.0.113.9' })
    const refused = await call('/things', { key: one, ip: '203.0.113.10' })
    expect([refused.status, code(refused)]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers['ratelimit-remaining']).toBe('0')
    expect((await call('/things', { key: other, ip: '203.0.113.9' })).status).toBe(200)
  })

  it('is counted per address without one, also for guesses and for what is not there', async () => {
    const paths = ['/things', '/nergens', '/openapi.json']
    for (let n = 0; n < 120; n++)
      await call(paths[n % 3] as string, { ip: '203.0.113.20', key: n % 2 ? `guess${n}` : undefined })
    expect((await call('/nergens', { ip: '203.0.113.20' })).status).toBe(429)
    expect((await call('/things', { ip: '203.0.113.20', key: await newKey() })).status).toBe(200)
  })
})
