import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { reindexEverything } from '#community/finding/reindex.ts'
import { testDatabase } from '#test/database.ts'
import { dangersIn } from '#test/hostile/dangers.ts'
import { scriptInjections } from '#test/hostile/script-injections.ts'
import { person, testHouse } from '#test/house.ts'
import { questionWriter } from '#test/questions.ts'
import { search } from './index.ts'

const database = await testDatabase()
const { site, server, settle } = await testHouse(database, [search])
const write = questionWriter(site.db)
let lauw = ''

beforeAll(async () => {
  const board = await write.board('warmte')
  const secret = await write.board('intern', 'listed')
  lauw = await write.question(board, {
    title: 'Boiler van de warmtepomp is lauw',
    state: 'confirmed',
    best: 'Zet hem hoger.',
  })
  await write.question(board, { title: 'Warmtepomp pendelt <b>de hele nacht</b>', body: 'Aan en uit.' })
  await write.question(secret, { title: 'Boiler plofkelder geheim' })
  await reindexEverything(site.db)
})

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'
const get = (url: string, cookies = {}) => server.inject({ url, cookies, headers: { 'user-agent': firefox } })
const tell = (id: string, fields: Record<string, string>, cookies = {}) =>
  server.inject({
    method: 'POST',
    url: `/questions/${id}/helpfulness`,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('the search page', () => {
  test('shows what was found, with its state, and keeps the words in the box', async () => {
    const { body, statusCode } = await get('/search?q=boiler+lauw')
    expect(statusCode).toBe(200)
    expect(body).toContain(`/questions/${lauw}/q?from=search`)
    expect(body).toContain('<mark>Boiler</mark> van de warmtepomp is <mark>lauw</mark>')
    expect(body).toContain('Bevestigd door vraagsteller')
    expect(body).toContain('value="boiler lauw"')
    expect(body).toContain('/questions/new?title=boiler%20lauw')
  })

  test('holds the filter in the address', async () => {
    expect((await get('/search?q=warmtepomp&state=solved')).body).not.toContain('pendelt')
    expect((await get('/search?q=warmtepomp&state=unanswered')).body).toContain('pendelt')
    expect((await get('/search?q=warmtepomp&state=nonsense')).statusCode).toBe(200)
  })

  test('says what to do when nothing is found', async () => {
    const { body } = await get('/search?q=xylofoonles')
    expect(body).toContain('Niets gevonden bij “xylofoonles”')
    expect(body).toContain('/questions/new?title=xylofoonles')
  })

  test('never shows what the viewer may not see', async () => {
    const noor = await person(site, 'noor')
    const sam = await person(site, 'sam', { roles: ['moderator'] })
    for (const path of ['/search?q=', '/search/suggestions?q=']) {
      for (const words of ['plofkelder', 'boiler', 'plofkeldr', 'plof']) {
        // The words that somebody typed come back to them: only the title gives the question away.
        expect((await get(path + words)).body).not.toMatch(/geheim/i)
        expect((await get(path + words, noor.cookies)).body).not.toMatch(/geheim/i)
      }
      expect((await get(`${path}plofkelder`, sam.cookies)).body).toContain('geheim')
    }
  })

  test('is not kept: every search is asked anew', async () => {
    expect((await get('/search?q=boiler')).headers['cache-control']).toContain('no-store')
  })

  test('stays harmless whatever is searched for', async () => {
    const ordinary = new Set(
      dangersIn((await get('/search?q=boiler')).body + (await get('/search?q=xylofoonles')).body),
    )
    for (const words of scriptInjections.slice(0, 80)) {
      const { body, statusCode } = await get(`/search?q=${encodeURIComponent(words)}`)
      expect(statusCode).toBe(200)
      expect(dangersIn(body).filter((danger) => !ordinary.has(danger))).toEqual([])
    }
    for (const query of [
      '?q=a&q=b',
      '?q[]=a',
      '?q=%00',
      '?q=%ED%A0%80',
      `?q=${'x'.repeat(3000)}`,
      '?cursor=%27',
      '?age=-1',
    ]) {
      expect((await get(`/search${query}`)).statusCode).toBe(200)
      expect((await get(`/search/suggestions${query}`)).statusCode).toBe(200)
    }
  })
})

describe('the one box', () => {
  test('suggests while somebody types, and ends with asking', async () => {
    const { body } = await get('/search/suggestions?q=warmtepomp+lau')
    expect(body).toContain(`data-href="/questions/${lauw}/q?from=suggestions"`)
    expect(body).toContain('Staat je vraag er niet bij? Stel hem')
    expect(body).toContain('data-href="/questions/new?title=warmtepomp%20lau"')
    expect(body).not.toContain('<html')
  })

  test('marks up nothing that a title contains', async () => {
    expect((await get('/search/suggestions?q=pendelt')).body).not.toContain('<b>de hele')
  })
})

describe('a reader who is asked whether it helped', () => {
  const journey = 'AAAAAAAAAAAAAAAAAAAA'
  const kept = async () =>
    (
      await sql<{ kind: string; actor_id: string | null; facts: Record<string, unknown> }>`
        select kind, actor_id, facts from activity where question_id = ${lauw} order by id`.execute(site.db)
    ).rows

  test('says so in two taps without signing in, and it is kept once and without a person', async () => {
    const first = await tell(lauw, { solved: 'yes', journey })
    expect(first.statusCode).toBe(303)
    const second = await get(first.headers.location ?? '')
    expect(second.body).toContain('name="otherwise"')
    expect(second.body).toContain(journey)
    const last = await tell(lauw, { solved: 'yes', journey, otherwise: 'call' })
    expect((await get(last.headers.location ?? '')).body).toContain('Dank je')
    await tell(lauw, { solved: 'no', journey, otherwise: 'mail' })
    expect(await kept()).toEqual([
      { kind: 'question.found-helpful', actor_id: null, facts: { journey } },
      { kind: 'question.otherwise-told', actor_id: null, facts: { journey, otherwise: 'call', helped: true } },
    ])
    expect(last.headers['set-cookie']).toBeUndefined()
  })

  test('and was not helped is invited to ask, with the words kept', async () => {
    const answer = await tell(lauw, { solved: 'no', words: 'boiler blijft koud' })
    expect((await get(answer.headers.location ?? '')).body).toContain('/questions/new?title=boiler%20blijft%20koud')
  })

  test('gets the same answer for a question that is hidden from them as for one that is not there', async () => {
    const { id } = await site.db
      .selectFrom('questions')
      .select('id')
      .where('title', 'like', '%geheim')
      .executeTakeFirstOrThrow()
    expect((await tell(id, { solved: 'yes' })).statusCode).toBe(404)
    expect((await tell('99999', { solved: 'yes' })).statusCode).toBe(404)
    expect((await tell(lauw, { solved: 'maybe' })).statusCode).toBe(404)
    expect((await get(`/questions/${id}/helpfulness`)).statusCode).toBe(404)
  })
})

test('the index follows what happens', async () => {
  const board = await site.db.selectFrom('boards').select('id').where('slug', '=', 'warmte').executeTakeFirstOrThrow()
  const id = await write.question(board.id, { title: 'Verdamper is een ijsblok' })
  await sql`insert into activity (epoch, kind, subject_kind, subject_id, question_id)
    values (1, 'question.asked', 'question', ${id}, ${id})`.execute(site.db)
  await settle()
  expect((await get('/search?q=ijsblok')).body).toContain(`/questions/${id}/q`)
})
