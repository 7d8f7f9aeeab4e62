import { type IncomingMessage, get as request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { type Person, person, testHouse } from '#test/house.ts'
import { hubOf } from './hub.ts'
import { liveRoutes } from './routes.ts'
import { readTags } from './tags.ts'

const { site, server } = await testHouse(await testDatabase(), [{ name: 'live', routes: liveRoutes }])
const { db, signals } = site
const henk = await person(site, 'henk')
const noor = await person(site, 'noor')
const blocked = await person(site, 'fatima', { blocked: true })

async function question(access: string): Promise<{ id: string; boardId: string }> {
  const board = { slug: `b${Math.random()}`.replace('0.', ''), name: 'Warmte', access }
  const { id: boardId } = await db.insertInto('boards').values(board).returning('id').executeTakeFirstOrThrow()
  const values = { board_id: boardId, author_id: henk.id, title: 'x', slug: 'x', body: 'x', html: 'x' }
  const { id } = await db.insertInto('questions').values(values).returning('id').executeTakeFirstOrThrow()
  return { id, boardId }
}

let port = 0
const open: IncomingMessage[] = []

beforeAll(async () => {
  await server.listen({ port: 0, host: '127.0.0.1' })
  port = (server.server.address() as AddressInfo).port
})
afterEach(() => {
  for (const stream of open.splice(0)) stream.destroy()
})
afterAll(() => hubOf(site).end())

async function listen(on: string, who?: Person) {
  const headers = who ? { cookie: `onderling-session=${who.cookies['onderling-session']}` } : {}
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ port, path: `/live?on=${on}`, headers, agent: false }, resolve).on('error', reject)
  })
  open.push(stream)
  const heard: string[] = []
  const state = { status: stream.statusCode, heard, isEnded: false }
  stream.on('data', (chunk: Buffer) => heard.push(...(chunk.toString().match(/(?<=^data: ).*$/gm) ?? [])))
  for (const event of ['end', 'close', 'error']) {
    stream.on(event, () => {
      state.isEnded = true
    })
  }
  return state
}

describe('an open page', () => {
  it('hears what changes on it, and nothing else', async () => {
    const [mine, other] = [await question('everyone'), await question('everyone')]
    const page = await listen(`question:${mine.id}`)
    signals.send([`question:${other.id}`, 'activity'])
    signals.send([`question:${mine.id}`])
    await vi.waitFor(() => expect(page.heard).toEqual([`question:${mine.id}`]))
  })

  it('of a member hears of their own notices only', async () => {
    const [his, hers] = [await listen('me', henk), await listen('me', noor)]
    signals.send([`member:${henk.id}`])
    await vi.waitFor(() => expect(his.heard).toEqual(['me']))
    expect(hers.heard).toEqual([])
  })

  it('that asks for nothing it may hear is sent away: unknown, hidden from it and nonsense get the same answer', async () => {
    const secret = await question('listed')
    const answers = [`question:${secret.id}`, 'question:999999', 'member:1', 'me', '', 'question:1e9', '__proto__']
    for (const on of answers) expect((await listen(on)).status).toBe(204)
    expect((await listen('questions', blocked)).status).toBe(204)
  })
})

describe('what somebody may not see', () => {
  it('is heard no more from the moment they were put off the board', async () => {
    const { id, boardId } = await question('listed')
    await db.insertInto('board_members').values({ board_id: boardId, member_id: noor.id }).execute()
    const page = await listen(`question:${id}`, noor)
    signals.send([`question:${id}`])
    await vi.waitFor(() => expect(page.heard).toHaveLength(1))
    await db.deleteFrom('board_members').execute()
    signals.send([`question:${id}`])
    await pause(300)
    expect(page.heard).toHaveLength(1)
  })

  it('does not stir the list of somebody else', async () => {
    const [secret, membersOnly] = [await question('listed'), await question('members')]
    const [visitor, member] = [await listen('questions'), await listen('questions', noor)]
    signals.send(['questions', `question:${secret.id}`])
    await pause(300)
    expect([visitor.heard, member.heard]).toEqual([[], []])
    signals.send(['questions', `question:${membersOnly.id}`])
    await vi.waitFor(() => expect(member.heard).toEqual(['questions']))
    expect(visitor.heard).toEqual([])
  })
})

describe('a stream', () => {
  it('ends within a second or so after its session, or when its member is blocked', async () => {
    const [signedOut, blockedNow] = [await listen('questions', henk), await listen('questions', noor)]
    await db.deleteFrom('auth_sessions').where('id', '=', henk.sessionId).execute()
    await db.updateTable('members').set({ blocked_at: new Date() }).where('id', '=', noor.id).execute()
    await vi.waitFor(() => expect([signedOut.isEnded, blockedNow.isEnded]).toEqual([true, true]), 1_500)
  })

  it('that is closed by the reader is forgotten', async () => {
    await pause(50)
    const before = hubOf(site).size
    await listen('questions')
    expect(hubOf(site).size).toBe(before + 1)
    open.pop()?.destroy()
    await vi.waitFor(() => expect(hubOf(site).size).toBe(before))
  })
})

it('a page cannot ask for more than a page shows', () => {
  const many = Array.from({ length: 30 }, (_, n) => `question:${n + 1}`)
  expect(readTags(['questions', ...many].join(',').slice(0, 390))).toHaveLength(6)
  expect(readTags('questions,'.repeat(100))).toEqual([])
  expect(readTags(['questions', 'me'])).toEqual([])
})
