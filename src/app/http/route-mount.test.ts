import { beforeEach, describe, expect, it } from 'vitest'
import type { Capability } from '#community/capability.ts'
import { anyone, type Door, members, moderators, settingsKeepers, staff } from '#community/permissions/doors.ts'
import { get, post } from '#community/routes.ts'
import type { RateLimits } from '#platform/http/rate-limits.ts'
import { text } from '#platform/http/reply.ts'
import { testDatabase } from '#test/database.ts'
import { type Person, person, testHouse } from '#test/house.ts'

const doors: Record<string, Door> = { members, staff, moderators, settingsKeepers } as Record<string, Door>
const ran: string[] = []
const handler = (name: string) => () => {
  ran.push(name)
  return text('done', 'text/plain')
}

const guarded: Capability = {
  name: 'guarded',
  routes: [
    ...Object.entries(doors).flatMap(([name, door]) => [
      get(`/${name}`, door, handler(name)),
      post(`/${name}`, door, handler(name)),
    ]),
    post('/open', anyone, handler('open')),
    get('/search', anyone, handler('search'), { limit: 'search' }),
  ],
}

const spent = { limit: 1, remaining: 0, resetSeconds: 7 }
const limits: RateLimits = {
  spend: async (name) => ({ ...spent, allowed: name !== 'search' }),
  tryAccount: async () => ({ ...spent, allowed: true }),
  forgiveAccount: async () => {},
}

const { site, server } = await testHouse(await testDatabase(), [guarded], limits)
const henk = await person(site, 'henk')
const blocked = await person(site, 'fatima', { blocked: true })

const call = (method: 'GET' | 'POST', url: string, who?: Person, headers = {}) =>
  server.inject({ method, url, cookies: who?.cookies, headers: { 'sec-fetch-site': 'same-origin', ...headers } })

beforeEach(() => void ran.splice(0))

describe('behind a closed door nothing happens', () => {
  it.each(Object.keys(doors))('a visitor who comes to the door of %s is asked to sign in', async (name) => {
    for (const method of ['GET', 'POST'] as const) {
      expect((await call(method, `/${name}`)).headers.location).toContain('/sign-in')
    }
    expect(ran).toEqual([])
  })

  it.each(['staff', 'moderators', 'settingsKeepers'])('a member does not find what is for %s', async (name) => {
    for (const method of ['GET', 'POST'] as const) expect((await call(method, `/${name}`, henk)).statusCode).toBe(404)
    expect(ran).toEqual([])
  })

  it('a blocked member writes nothing', async () => {
    expect((await call('POST', '/members', blocked)).statusCode).toBe(403)
    expect(ran).toEqual([])
  })
})

it('a form from elsewhere does nothing, also where everybody may send one', async () => {
  expect((await call('POST', '/open', undefined, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect(ran).toEqual([])
})

it('whoever asks too often is told how long to wait, and nothing is looked up for them', async () => {
  const refused = await call('GET', '/search')
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '7'])
  expect(ran).toEqual([])
})

it('what is open runs once', async () => {
  expect((await call('POST', '/open')).statusCode).toBe(200)
  expect(ran).toEqual(['open'])
})
