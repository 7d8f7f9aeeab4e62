import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#community/members/actor.ts'
import { createApiKey, type Scope } from '#community/members/api-keys.ts'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { person, testHouse } from '#test/house.ts'
import { api } from './api.ts'
import { answerSchema, questionSchema } from './api-schemas.ts'

const database = await testDatabase()
const { site, server } = await testHouse(database, [{ name: 'questions', api }])
const { db } = database

const fatima = await member('fatima')
const henk = await member('henk')
const mira = await member('mira', ['manager'])

beforeAll(async () => {
  for (const [slug, access] of [
    ['warmtepompen', 'everyone'],
    ['leden', 'members'],
    ['installateurs', 'listed'],
  ] as const) {
    await db.insertInto('boards').values({ slug, name: slug, access }).execute()
  }
  await db.insertInto('products').values({ slug: 'zw-aero-6', name: 'ZW Aero 6' }).execute()
})

async function member(handle: string, roles: Role[] = []) {
  const { id } = await person(site, handle, { roles })
  await db
    .updateTable('members')
    .set({ joined_at: new Date('2025-01-01') })
    .where('id', '=', id)
    .execute()
  return { id, key: await keyOf(id, ['questions:read', 'questions:write']) }
}

function keyOf(memberId: string, scopes: Scope[]) {
  return createApiKey(db, memberId, scopes)
}

type Call = { method?: string; key?: string; body?: unknown; headers?: Record<string, string> }

async function call(path: string, { method = 'GET', key, body, headers = {} }: Call = {}) {
  const response = await server.inject({
    method: method as 'GET',
    url: `/api/v1${path}`,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  const parsed = response.body === '' ? null : JSON.parse(response.body)
  return { status: response.statusCode, headers: response.headers, json: parsed }
}

let asked = 0
async function ask(key: string, more: object = {}) {
  asked += 1
  const body = {
    title: `Warmtepomp slaat af ${asked}`,
    body: `Storing **E4** ${asked}.`,
    board: 'warmtepompen',
    ...more,
  }
  return call('/questions', { method: 'POST', key, body })
}

const answer = (key: string, id: string, body = `Reset hem, poging ${++asked}.`) =>
  call(`/questions/${id}/answers`, { method: 'POST', key, body: { body } })

describe('a program that asks', () => {
  it('gets the question back, with its address', async () => {
    const made = await ask(fatima.key, { product: 'zw-aero-6', tags: ['Storing', 'e4'], title: 'Waarom slaat hij af?' })
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      title: 'Waarom slaat hij af?',
      board: 'warmtepompen',
      product: 'zw-aero-6',
      tags: ['e4', 'storing'],
      state: 'new',
      marks: [],
      author: { handle: 'fatima', name: 'fatima' },
      answerCount: 0,
      acceptedAnswerIds: [],
      bestAnswerId: null,
      masked: [],
    })
    expect(made.json.html).toContain('<strong>E4</strong>')
    expect(made.json.url).toBe(`http://localhost:3000/questions/${made.json.id}/waarom-slaat-hij-af`)
    expect(made.headers.location).toBe(`/api/v1/questions/${made.json.id}`)
    const { masked: _, ...question } = made.json
    expect(await call(`/questions/${made.json.id}`)).toMatchObject({ status: 200, json: question })
    expect(Object.keys(question).sort()).toEqual(Object.keys(questionSchema.parse(question)).sort())
  })

  it('is told what was masked, and nothing of it is kept', async () => {
    const made = await ask(fatima.key, { title: 'Bel mij', body: 'Bel 06-12345678 of 06-87654321, of mail a@b.nl.' })
    expect(made.json.masked).toEqual(
      expect.arrayContaining([
        { kind: 'phone', count: 2 },
        { kind: 'email', count: 1 },
      ]),
    )
    expect(JSON.stringify(made.json)).not.toContain('12345678')
  })

  it('hears of every field that does not fit', async () => {
    const made = await call('/questions', {
      method: 'POST',
      key: fatima.key,
      body: { title: ['a'], body: '', tags: 'x' },
    })
    expect(made.status).toBe(422)
    expect(made.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(made.json).toMatchObject({
      status: 422,
      code: 'invalid-body',
      type: 'urn:problem-type:onderling:invalid-body',
    })
    expect(made.json.errors.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['title', 'one-value'],
      ['body', 'required'],
      ['board', 'required'],
      ['tags', 'unreadable'],
    ])
  })

  it('may not ask on a board it cannot see, in the same words as on one that is not there', async () => {
    const unseen = await ask(fatima.key, { board: 'installateurs' })
    const unknown = await ask(fatima.key, { board: 'bestaat-niet' })
    expect(unseen.status).toBe(422)
    expect(unseen.json).toEqual(unknown.json)
    expect((await ask(fatima.key, { product: 'bestaat-niet' })).json.errors[0].field).toBe('product')
  })

  it('cannot give itself what is not its own to give', async () => {
    const more = {
      id: '999',
      state: 'confirmed',
      author: 'mira',
      authorId: mira.id,
      createdAt: '2020-01-01',
      answerCount: 9,
    }
    const made = await ask(fatima.key, { ...more, __proto__: { board: 'leden' }, constructor: { x: 1 } })
    expect(made.json).toMatchObject({ state: 'new', author: { handle: 'fatima' }, answerCount: 0 })
    expect(made.json.id).not.toBe('999')
  })
})

describe('a program that answers', () => {
  it('gets the answer back, and the question counts it', async () => {
    const { id } = (await ask(fatima.key)).json
    const given = await answer(henk.key, id)
    expect(given.status).toBe(201)
    const { masked, ...rest } = given.json
    expect(masked).toEqual([])
    expect(rest).toMatchObject({
      questionId: id,
      author: { handle: 'henk' },
      accepted: false,
      best: false,
      thanksCount: 0,
    })
    expect(Object.keys(rest).sort()).toEqual(Object.keys(answerSchema.parse(rest)).sort())
    expect((await call(`/questions/${id}/answers`)).json).toEqual({ items: [rest], nextCursor: null })
    expect((await call(`/questions/${id}`)).json).toMatchObject({ answerCount: 1, state: 'answered' })
  })

  it('is told that a question is closed', async () => {
    const { id } = (await ask(fatima.key)).json
    await db.updateTable('questions').set({ closed_at: new Date() }).where('id', '=', id).execute()
    expect(await answer(henk.key, id)).toMatchObject({ status: 409, json: { code: 'closed' } })
  })

  it('meets the same 404 for what is hidden, on another board, unknown and no number', async () => {
    const [hidden, listed] = [
      (await ask(fatima.key)).json.id,
      (await ask(mira.key, { board: 'installateurs' })).json.id,
    ]
    await db.updateTable('questions').set({ hidden_at: new Date() }).where('id', '=', hidden).execute()
    const ids = [hidden, listed, '999999', '9223372036854775808', '0', '1abc', '-1', '1%00', '%E2%80%AE1', '01']
    const answers = await Promise.all(ids.map((id) => answer(henk.key, id)))
    for (const one of answers) expect(one).toMatchObject({ status: 404, json: answers[0]?.json })
    const looks = await Promise.all(ids.flatMap((id) => [call(`/questions/${id}`), call(`/questions/${id}/answers`)]))
    for (const one of looks) expect(one).toMatchObject({ status: 404, json: answers[0]?.json })
  })

  it('never sees hidden or deleted answers, nor their marks', async () => {
    const { id } = (await ask(fatima.key)).json
    const answers = [await answer(henk.key, id), await answer(mira.key, id), await answer(henk.key, id)].map(
      (a) => a.json.id,
    )
    for (const answerId of answers) await accept(fatima.key, id, answerId)
    await db.updateTable('answers').set({ hidden_at: new Date() }).where('id', '=', answers[0]).execute()
    await db.updateTable('answers').set({ deleted_at: new Date() }).where('id', '=', answers[2]).execute()
    const listed = (await call(`/questions/${id}/answers`, { key: mira.key })).json.items
    expect(listed.map((one: { id: string }) => one.id)).toEqual([answers[1]])
    expect((await call(`/questions/${id}`)).json).toMatchObject({ acceptedAnswerIds: [answers[1]], bestAnswerId: null })
    expect(await accept(fatima.key, id, answers[0])).toMatchObject({ status: 404 })
  })
})

const accept = (key: string, id: string, answerId: string) =>
  call(`/questions/${id}/acceptance`, { method: 'PUT', key, body: { answerId } })

describe('the asker', () => {
  it('confirms answers, the last one being the best, and takes them back', async () => {
    const { id } = (await ask(fatima.key)).json
    const [first, second] = [(await answer(henk.key, id)).json.id, (await answer(mira.key, id)).json.id]
    await accept(fatima.key, id, first)
    const both = await accept(fatima.key, id, second)
    expect(both).toMatchObject({ status: 200, json: { state: 'confirmed', bestAnswerId: second } })
    expect(both.json.acceptedAnswerIds.sort()).toEqual([first, second].sort())
    expect(both.json.marks).toContainEqual(
      expect.objectContaining({ kind: 'confirmed', answerId: first, memberHandle: 'fatima' }),
    )
    const one = await call(`/questions/${id}/acceptance?answerId=${second}`, { method: 'DELETE', key: fatima.key })
    expect(one.json).toMatchObject({ acceptedAnswerIds: [first], bestAnswerId: first })
    const body = await call(`/questions/${id}/acceptance`, {
      method: 'DELETE',
      key: fatima.key,
      body: { answerId: first },
    })
    expect(body.json).toMatchObject({ acceptedAnswerIds: [], bestAnswerId: null, state: 'answered' })
    await accept(fatima.key, id, first)
    const all = await call(`/questions/${id}/acceptance`, { method: 'DELETE', key: fatima.key })
    expect(all).toMatchObject({ status: 200, json: { acceptedAnswerIds: [] } })
  })

  it('is the only one who can', async () => {
    const { id } = (await ask(fatima.key)).json
    const given = (await answer(henk.key, id)).json.id
    expect(await accept(henk.key, id, given)).toMatchObject({ status: 403, json: { code: 'only-asker' } })
    const other = (await ask(fatima.key)).json.id
    expect(await accept(fatima.key, other, given)).toMatchObject({ status: 404 })
    for (const answerId of ['0', '1abc', ['1', '2'], { id: given }, null, 12, '9223372036854775808']) {
      expect(await accept(fatima.key, id, answerId as string)).toMatchObject({
        status: 422,
        json: { code: 'invalid-body' },
      })
    }
  })
})

describe('the list', () => {
  it('is turned page by page, each question once, whatever comes in between', async () => {
    for (let n = 0; n < 5; n++) await ask(fatima.key, { tags: ['bladeren'] })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof call>> = await call(
        `/questions?tag=bladeren&sort=new&limit=2${cursor && `&cursor=${cursor}`}`,
      )
      expect(page.status).toBe(200)
      seen.push(...page.json.items.map((one: { id: string }) => one.id))
      cursor = page.json.nextCursor
      if (seen.length === 2) await ask(fatima.key, { tags: ['bladeren'] })
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })

  it('keeps rows apart that were written in the same microsecond', async () => {
    const ids = await Promise.all(
      Array.from({ length: 4 }, async () => (await ask(fatima.key, { tags: ['tegelijk'] })).json.id),
    )
    await sql`update questions set moved_up_at = '2026-01-01 10:00:00.123457+00' where id = any(${ids}::bigint[])`.execute(
      db,
    )
    const first = await call('/questions?tag=tegelijk&limit=3')
    const second = await call(`/questions?tag=tegelijk&limit=3&cursor=${first.json.nextCursor}`)
    expect([...first.json.items, ...second.json.items].map((one) => one.id).sort()).toEqual(ids.sort())
  })

  it('is filtered by state, board, product and tag', async () => {
    const { id } = (await ask(fatima.key, { tags: ['filter'], product: 'zw-aero-6' })).json
    await answer(henk.key, id)
    for (const query of ['state=answered', 'board=warmtepompen', 'product=zw-aero-6', 'board=&state=']) {
      const { json } = await call(`/questions?tag=filter&${query}`)
      expect(json.items.map((one: { id: string }) => one.id)).toEqual([id])
    }
    for (const query of ['state=new', 'board=leden', 'board=bestaat-niet', 'product=anders']) {
      expect((await call(`/questions?tag=filter&${query}`)).json).toEqual({ items: [], nextCursor: null })
    }
  })

  it('goes on following a board and a tag under their new names', async () => {
    const { id } = await db
      .insertInto('boards')
      .values({ slug: 'opladen', name: 'Opladen', access: 'everyone' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ask(fatima.key, { board: 'opladen', tags: ['wlan'] })
    await db.updateTable('boards').set({ slug: 'laadpalen' }).where('id', '=', id).execute()
    await db.updateTable('tags').set({ slug: 'wifi' }).where('slug', '=', 'wlan').execute()
    const led = (name: string, from: string, to: string) => ({
      path: `/questions?${name}=${from}`,
      target: `/questions?${name}=${to}`,
    })
    await db
      .insertInto('old_addresses')
      .values([led('board', 'opladen', 'laadpalen'), led('tag', 'wlan', 'wifi')])
      .execute()
    for (const query of ['board=laadpalen', 'board=opladen', 'tag=wlan', 'board=opladen&tag=wifi']) {
      const { json } = await call(`/questions?${query}`)
      expect([query, json.items.map(({ board }: { board: string }) => board)]).toEqual([query, ['laadpalen']])
    }
    await db.insertInto('boards').values({ slug: 'opladen', name: 'Nieuw', access: 'everyone' }).execute()
    for (const query of ['board=opladen', 'board=onzin', 'tag=onzin']) {
      expect((await call(`/questions?${query}`)).json).toEqual({ items: [], nextCursor: null })
    }
    await db.updateTable('boards').set({ archived_at: new Date() }).where('name', 'in', ['Opladen', 'Nieuw']).execute()
  })

  it('says what it cannot do', async () => {
    const wrong = [
      'limit=0',
      'limit=101',
      'limit=1e2',
      'limit=x',
      'state=opgelost',
      'sort=slug',
      'board=a&board=b',
      'cursor=x',
    ]
    for (const query of [
      ...wrong,
      `cursor=${'9'.repeat(201)}`,
      'limit[]=1',
      'limit=-1',
      'cursor=YWN0aXZlIDEgMQ&sort=new',
    ]) {
      const { status, json } = await call(`/questions?${query}`)
      if (query === 'limit[]=1') expect(status).toBe(200)
      else expect([query, status, json.code]).toEqual([query, 400, 'invalid-query'])
    }
  })

  it('shows members their boards, and visitors none of it', async () => {
    const { id } = (await ask(henk.key, { board: 'leden', tags: ['besloten'] })).json
    const ids = async (key?: string) =>
      (await call('/questions?tag=besloten', { key })).json.items.map((one: { id: string }) => one.id)
    expect(await ids()).toEqual([])
    expect(await ids(fatima.key)).toEqual([id])
    expect(await ids(await keyOf(fatima.id, ['members:read']))).toEqual([])
    expect((await call(`/questions/${id}`)).status).toBe(404)
    const boards = async (key?: string) =>
      (await call('/boards', { key })).json.items.map((one: { slug: string }) => one.slug)
    expect(await boards()).toEqual(['warmtepompen'])
    expect(await boards(await keyOf(fatima.id, ['boards:read']))).toEqual(['warmtepompen', 'leden'])
  })
})

it('a merged question leads to the one it became, unless that may not be seen', async () => {
  const [old, target] = [(await ask(fatima.key)).json.id, (await ask(fatima.key)).json.id]
  await db.updateTable('questions').set({ merged_into_id: target }).where('id', '=', old).execute()
  expect(await call(`/questions/${old}`)).toMatchObject({
    status: 301,
    headers: { location: `/api/v1/questions/${target}` },
  })
  await db.updateTable('questions').set({ hidden_at: new Date() }).where('id', '=', target).execute()
  expect((await call(`/questions/${old}`)).status).toBe(404)
})

describe('whatever stands in a field', () => {
  it('is taken or refused kindly', async () => {
    for (const [name, text] of Object.entries(hostileStrings)) {
      const made = await call('/questions', {
        method: 'POST',
        key: fatima.key,
        body: { title: text, body: `${name} ${text}`, board: 'warmtepompen', tags: [text.slice(0, 40)] },
      })
      expect([name, made.status]).toEqual([name, made.status === 422 ? 422 : 201])
      const query = new URLSearchParams({ board: text, tag: text, cursor: text, limit: text }).toString()
      const listed = await call(`/questions?${query.slice(0, 8_000)}`)
      expect([name, [200, 400].includes(listed.status)]).toEqual([name, true])
    }
  })
})

describe('an Idempotency-Key', () => {
  const body = { title: 'Dubbel verzonden', body: 'Eén keer, graag.', board: 'warmtepompen' }
  const send = (key: string, more: object = {}, name = 'sleutel-1') =>
    call('/questions', { method: 'POST', key, body: { ...body, ...more }, headers: { 'idempotency-key': name } })

  it('makes a question that is sent again the same one, also at the same moment', async () => {
    const answers = await Promise.all([send(fatima.key), send(fatima.key), send(fatima.key), send(fatima.key)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(3)
  })

  it('with other content is refused, and nothing is made', async () => {
    expect(await send(fatima.key, { title: 'Anders' })).toMatchObject({ status: 422, json: { code: 'key-reused' } })
    expect((await send(henk.key, { title: 'Van een ander' })).status).toBe(201)
  })

  it('is not kept when the question was refused', async () => {
    expect((await send(fatima.key, { board: 'bestaat-niet' }, 'sleutel-2')).status).toBe(422)
    expect((await send(fatima.key, {}, 'sleutel-2')).status).toBe(201)
  })

  it('is of a sensible length', async () => {
    expect((await send(fatima.key, {}, 'x'.repeat(256))).status).toBe(400)
    expect((await send(fatima.key, {}, 'x'.repeat(255))).status).toBe(201)
  })
})
