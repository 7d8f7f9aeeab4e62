import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from './database.ts'
import {
  apiRoutes,
  everywhere,
  fieldNames,
  longFields,
  namesIn,
  type Places,
  pathWith,
  placesIn,
  queryNames,
  routes,
} from './hostile/every-route.ts'
import { hostileStrings } from './hostile/hostile-strings.ts'
import { type Answered, type Fields, formBody, type Member, ORIGIN, type Visitor, wholeHouse } from './whole-house.ts'
import { writersIn } from './written.ts'

const house = await wholeHouse(await testDatabase())
const { db } = house.site
const write = writersIn(house)
const visitor = house.visitor()
const [noor, ada] = [await house.member('noor'), await house.member('ada', { roles: ['administrator', 'moderator'] })]
/** Whose account is tried until nothing is left of it. */
const lotte = await house.member('lotte')
const program = house.program(await house.keyOf(ada))
let places: Places = {}

beforeAll(async () => {
  await db.updateTable('members').set({ staff_title: 'Beheer' }).where('handle', '=', 'ada').execute()
  await write.board('openbaar')
  await write.product('boiler')
  places = await placesIn(house, ada, 'openbaar')
})

const kinds = Object.entries(hostileStrings)
/** A share of them per place, another share for the next: all of them are tried, but not everywhere. */
const share = (place: number, shares: number) => kinds.filter((_, kind) => (kind + place) % shares === 0)
const isCostly = ({ path, options }: (typeof routes)[number]) =>
  options.limit !== undefined || options.pace !== undefined || /password|sessions|sign|email|setup/.test(path)
const gets = routes.filter(({ method, path }) => method === 'GET' && path !== '/live')
const posts = routes.filter(({ method }) => method === 'POST')

async function eachTry<T>(list: readonly T[], attempt: (one: T) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = []
  for (let at = 0; at < list.length; at += 8) {
    const results = await Promise.all(list.slice(at, at + 8).map(attempt))
    wrong.push(...results.filter((result) => result !== null))
  }
  return wrong
}

/** What is wrong with this answer, whatever was asked: null when it is an answer that people can do something with. */
function troubleIn({ status, text }: Answered, what: string): string | null {
  if (status >= 500) return `${what}: ${status} ${messageOf(house.troubles.at(-1))}`
  if (/at [\w.]+ \(.*:\d+:\d+\)|node_modules/.test(text)) return `${what}: tells of its insides`
  return null
}

const messageOf = (trouble = '{}'): string => JSON.parse(trouble).err?.message

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 3_000).replace(/%.?$/, '')

describe('an address', () => {
  it('with anything in the place of a name is answered, or is not there', async () => {
    const tries = gets.flatMap(({ path }, place) =>
      namesIn(path).flatMap((name) =>
        share(place, 5).map(([kind, text]) => ({ kind, path: pathWith(path, { ...places, [name]: encoded(text) }) })),
      ),
    )
    const wrong = await eachTry(tries, async ({ kind, path }) => troubleIn(await ada.get(path), `${kind} in ${path}`))
    expect(wrong.slice(0, 30)).toEqual([])
  }, 60_000)

  it('with anything in any part of its query is answered', async () => {
    const tries = gets.flatMap(({ path }, place) => share(place, 5).map(([kind, text]) => ({ kind, path, text })))
    const wrong = await eachTry(tries, async ({ kind, path, text }) => {
      const query = queryNames.map((name) => `${name}=${encoded(text)}`).join('&')
      const url = `${pathWith(path, places)}?${query.slice(0, 12_000).replace(/%.?$/, '')}`
      return troubleIn(await ada.get(url), `${kind} in the query of ${path}`)
    })
    expect(wrong.slice(0, 30)).toEqual([])
  }, 60_000)

  const shapes = [
    ...['?', '?&&&', '?=', '?=x', '?q', '?q=&q=', '?q=a&q=b', '?q[]=a', '?q[a]=b', '?__proto__=x', '?__proto__[q]=x'],
    ...['?constructor=x', '?constructor[prototype][q]=x', '?toString=x', '?hasOwnProperty=1', '?%00=x', '?q=%00'],
    ...['?q=%', '?q=%ZZ', '?q=%E0%A4%A', '?q=%ff%fe', '?after=1&after=2', '?board=a&board=b', '?view=all&view=mine'],
    ...['?on[]=question:1', '?sort=__proto__', '?state=constructor', '?view=toString', '?cursor=%00', '?cursor=[]'],
    ...['?limit=1e9', '?limit=-1', '?limit=0x10', '?age=9999999999999', '?said=__proto__', '?show=constructor'],
    `?${'a=b&'.repeat(2_000)}`,
    `?q=${'%5B'.repeat(3_000)}`,
    `?${'['.repeat(500)}=x`,
    ...['/', '//', '/.', '/..', '/%2e%2e', '/%2f', '/%00', '/%5c', ';x=y', '%20', '/%E0%A4%A', '/%ff'],
  ]
  it('of any shape is answered', async () => {
    const tries = gets.flatMap(({ path }, place) =>
      shapes.filter((_, n) => (n + place) % 4 === 0).map((shape) => pathWith(path, places) + shape),
    )
    const more = ['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/brand/1e1.css', '/%', '/%c0%ae']
    const both = [...tries, ...more]
    for (const who of [visitor, ada]) {
      expect(await eachTry(both, async (path) => troubleIn(await who.get(path), `${who.name} ${path}`))).toEqual([])
    }
  }, 60_000)

  it('asked in another way than it knows is answered', async () => {
    const tries = routes.flatMap(({ path }) =>
      ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((method) => ({ method, url: pathWith(path, places) })),
    )
    const wrong = await eachTry(tries, async (request) =>
      request.url === '/live' ? null : troubleIn(await ada.send(request as never), `${request.method} ${request.url}`),
    )
    expect(wrong.slice(0, 30)).toEqual([])
  })
})

describe('a header', () => {
  const values = kinds
    .map(([kind, text]) => [kind, text.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '').slice(0, 6_000)] as const)
    .filter(([, text]) => text.length > 0)
  const names = [
    ...['cookie', 'accept-language', 'accept-encoding', 'accept', 'if-none-match', 'if-modified-since', 'referer'],
    ...['user-agent', 'host', 'x-forwarded-for', 'x-forwarded-host', 'forwarded', 'range', 'x-live', 'turbo-frame'],
    ...['x-form-token', 'sec-fetch-site', 'authorization', 'idempotency-key', 'origin', 'purpose', 'last-event-id'],
  ]
  it('of any content is answered, and never comes back', async () => {
    const tries = names.flatMap((name) => values.map(([kind, text]) => ({ name, kind, text })))
    const wrong = await eachTry(tries, async ({ name, kind, text }) => {
      const value =
        name === 'cookie' ? `onderling-session=${text}; onderling-language=${text}; onderling-draft=${text}` : text
      const answered = await visitor.send({ url: '/questions', headers: { [name]: value } })
      if (answered.headers['set-cookie']) return `${kind} in ${name} gives a cookie`
      return troubleIn(answered, `${kind} in ${name}`)
    })
    expect(wrong.slice(0, 30)).toEqual([])
  }, 60_000)

  it('about the address of the house changes no address that it tells', async () => {
    const headers = { host: 'slecht.example', 'x-forwarded-host': 'slecht.example', forwarded: 'host=slecht.example' }
    for (const path of ['/', '/questions', `/questions/${places.id}`, '/feeds/questions.atom', '/sitemap.xml']) {
      const { text, location } = await visitor.send({ url: path, headers })
      expect([path, `${text} ${location}`]).not.toContain('slecht.example')
      expect(`${text} ${location}`.includes('slecht.example')).toBe(false)
    }
  })
})

describe('a form', () => {
  it('with anything in any of its fields is answered', async () => {
    const wrong: string[] = []
    for (const [place, route] of posts.filter(({ path }) => path !== '/sign-out').entries()) {
      const own = route.path.includes(':id') ? await placesIn(house, ada, 'openbaar') : places
      const list = share(place, isCostly(route) ? 18 : 6)
      const mine = await eachTry(list, async ([kind, text]) => {
        const who = /session|password|account/.test(route.path) ? lotte : ada
        const tried = await who.post(
          pathWith(route.path, own),
          everywhere(text.length > 2_000 ? longFields : fieldNames, text),
        )
        return troubleIn(tried, `${kind} in ${route.path}`)
      })
      wrong.push(...mine)
    }
    expect(wrong.slice(0, 30)).toEqual([])
  }, 120_000)

  it('of any shape is answered', async () => {
    const type = 'application/x-www-form-urlencoded'
    const bodies: [string, string | Buffer][] = [
      [type, ''],
      [type, '&&&==&'],
      [type, fieldNames.flatMap((name) => [`${name}=a`, `${name}=b`]).join('&')],
      [type, fieldNames.flatMap((name) => [`${name}[]=a`, `${name}[b]=c`, `${name}.d=e`]).join('&')],
      [type, fieldNames.map((name) => `${name}=%`).join('&')],
      [type, fieldNames.map((name) => `${name}=%ff%fe%00`).join('&')],
      [type, '__proto__=x&__proto__[title]=x&constructor[prototype][title]=x&toString=x&hasOwnProperty=x'],
      [type, Buffer.concat([Buffer.from('title=a&body='), Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])])],
      [type, 'a=b&'.repeat(20_000)],
      [type, `title=x&body=${'w'.repeat(1_100_000)}`],
      ['application/json', '{'],
      ['application/json', '{"title":{"a":1},"body":["x"],"__proto__":{"board":"x"}}'],
      ['application/json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
      ['application/json', `{"fields":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)},"place":"question"}`],
      ['text/plain', 'title=x'],
      ['application/xml', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
      ['multipart/form-data', 'zonder grens'],
      ['multipart/form-data; boundary=x', '--x\r\n'],
      ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data\r\n\r\nx\r\n--x--\r\n'],
      ['multipart/form-data; boundary=x', `${partOf('__proto__')}${partOf('title')}${partOf('title')}--x--\r\n`],
      ['multipart/form-data; boundary=x', `${partOf('a').repeat(200)}--x--\r\n`],
      ['nergens/voor', 'x'],
      [`${type}; charset=utf-16`, 't\u0000i\u0000'],
    ]
    const tries = posts
      .filter(({ path }) => path !== '/sign-out' && !/sessions|removal/.test(path))
      .flatMap(({ path }, place) =>
        bodies.filter((_, n) => (n + place) % 3 === 0).map(([kind, payload]) => ({ path, kind, payload })),
      )
    const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-form-token': noor.formToken }
    const wrong = await eachTry(tries, async ({ path, kind, payload }) => {
      const url = pathWith(path, places)
      const tried = await noor.send({ method: 'POST', url, headers: { ...headers, 'content-type': kind }, payload })
      return troubleIn(tried, `${kind} ${payload.slice(0, 40)} to ${path}`)
    })
    expect(wrong.slice(0, 30)).toEqual([])
  }, 120_000)

  it('from another site, or without the token of the session, does nothing', async () => {
    const id = (await placesIn(house, noor, 'openbaar')).id ?? ''
    const own = { ...places, id }
    const before = await everythingWritten()
    const elsewhere: Record<string, Record<string, string>> = {
      'another site': { 'sec-fetch-site': 'cross-site', origin: 'https://slecht.example' },
      'a neighbouring site': { 'sec-fetch-site': 'same-site', origin: 'https://buur.localhost' },
      'an older browser elsewhere': { 'sec-fetch-site': '', origin: 'https://slecht.example' },
      'a sandbox': { 'sec-fetch-site': 'cross-site', origin: 'null' },
    }
    const wrong: string[] = []
    for (const { path, options } of posts.filter((route) => !route.options.withoutOriginCheck)) {
      for (const who of [visitor, noor] as Visitor[]) {
        const payload = formBody({ ...everywhere(fieldNames, 'x'), _token: noor.formToken })
        for (const [from, given] of Object.entries(elsewhere)) {
          const headers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
          const type = { 'content-type': 'application/x-www-form-urlencoded' }
          const url = pathWith(path, own)
          const { status } = await who.send({ method: 'POST', url, headers: { ...headers, ...type }, payload })
          if (status !== 403) wrong.push(`${who.name} from ${from} to ${path}: ${status}`)
        }
      }
      const tokens = [
        {},
        { _token: '' },
        { _token: 'x'.repeat(43) },
        { _token: ada.formToken },
        { _token: [noor.formToken, 'x'] },
      ]
      for (const token of tokens) {
        const { status } = await noor.post(pathWith(path, own), {
          ...everywhere(fieldNames, 'x'),
          _token: '',
          ...token,
        })
        if (status !== 403 && status !== 404)
          wrong.push(`without the right token to ${path}: ${status} ${options.limit ?? ''}`)
      }
    }
    expect(wrong.slice(0, 30)).toEqual([])
    expect(await everythingWritten()).toEqual(before)
  }, 60_000)

  async function everythingWritten(): Promise<Record<string, string>> {
    const tables = ['questions', 'answers', 'comments', 'activity', 'marks', 'decisions', 'drafts', 'members'] as const
    const counts = tables.map(async (table): Promise<[string, string]> => {
      const row = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('all'))
        .executeTakeFirstOrThrow()
      return [table, row.all]
    })
    return Object.fromEntries(await Promise.all(counts))
  }
})

const partOf = (name: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nwaarde\r\n`

describe('a program', () => {
  const values: unknown[] = [
    ...[null, true, 0, -1, 1e308, 2 ** 64, '', [], {}, [['x']], { a: { b: {} } }, ['x', 'y']],
    ...kinds.map(([, text]) => text),
  ]
  it('that sends anything in any field of any line gets an answer', async () => {
    const tries = apiRoutes.flatMap((route) => values.map((value) => ({ route, value })))
    const wrong = await eachTry(tries, async ({ route, value }) => {
      const names = Object.keys({ ...route.body?.shape, ...route.query?.shape })
      const path = `/api/v1${pathWith(route.path, places)}`
      const body = Object.fromEntries(names.map((name) => [name, value]))
      const query = names.map((name) => `${name}=${encoded(String(value))}`).join('&')
      const isRead = route.method === 'GET'
      const tried = await program.call(
        route.method,
        isRead ? `${path}?${query.slice(0, 9_000).replace(/%.?$/, '')}` : path,
        isRead ? undefined : body,
      )
      return troubleIn(tried, `${JSON.stringify(value)?.slice(0, 40)} to ${route.method} ${route.path}`)
    })
    expect(wrong.slice(0, 30)).toEqual([])
  }, 60_000)

  it('that asks for anything in the place of a name gets an answer', async () => {
    const tries = apiRoutes.flatMap(({ method, path }) =>
      namesIn(path).flatMap((name) =>
        kinds.map(([, text]) => ({ method, path: pathWith(path, { [name]: encoded(text) }) })),
      ),
    )
    const wrong = await eachTry(tries, async ({ method, path }) =>
      troubleIn(await program.call(method, `/api/v1${path}`, method === 'GET' ? undefined : {}), `${method} ${path}`),
    )
    expect(wrong.slice(0, 30)).toEqual([])
  })
})

describe('words that somebody typed', () => {
  const typed = 'Mijn boiler <tikt> & "lekt", sinds gisteren.'
  const shown = (answered: Answered): string =>
    answered.text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  const tooLong = `${typed} ${'woord '.repeat(12_000)}`

  const attempts: [string, () => Promise<Answered>][] = [
    ['a question without a title', () => noor.post('/questions', { title: '', body: typed, board: 'openbaar' })],
    ['a question in no board', () => noor.post('/questions', { title: 'Boiler', body: typed, board: 'nergens' })],
    [
      'a question that is too long',
      () => noor.post('/questions', { title: 'Boiler', body: tooLong, board: 'openbaar' }),
    ],
    [
      'a question with a title twice',
      () => noor.post('/questions', { title: ['a', 'b'], body: typed, board: 'openbaar' }),
    ],
    ['an answer that is too long', () => noor.post(`/questions/${places.id}/answers`, { body: tooLong })],
    ['a comment that is too long', () => noor.post(`/questions/${places.id}/comments`, { body: tooLong })],
    [
      'an answer with somebody’s number',
      () => noor.post(`/questions/${places.id}/answers`, { body: `${typed} 06 12345678` }),
    ],
    ['an answer without the token', () => noor.post(`/questions/${places.id}/answers`, { body: typed, _token: 'x' })],
    [
      'an answer of somebody who was signed out',
      () => visitor.post(`/questions/${places.id}/answers`, { body: typed }),
    ],
    [
      'a changed answer that is too long',
      () => ada.post(`/questions/${places.id}/answers/${places.answerId}/edit`, { body: tooLong }),
    ],
    [
      'a changed comment that is too long',
      () => ada.post(`/questions/${places.id}/comments/${places.commentId}/edit`, { body: tooLong }),
    ],
    ['a changed question without a title', () => ada.post(`/questions/${places.id}/edit`, { title: '', body: typed })],
    ['a decision without a board', () => ada.post(`/questions/${places.id}/keeping/move`, { reason: typed })],
    ['a profile that is too long', () => noor.post('/account', { name: 'x'.repeat(100), about: typed })],
  ]
  it.each(attempts)('come back: %s', async (_, attempt) => {
    places = await placesIn(house, ada, 'openbaar')
    const answered = await attempt()
    expect(answered.status).toBeGreaterThanOrEqual(400)
    expect(shown(answered)).toContain(typed)
  })

  it('of somebody who is not a member yet are there after signing up', async () => {
    const newcomer = house.visitor()
    const asked = await newcomer.post('/questions', { title: 'Boiler', body: typed, board: 'openbaar' })
    expect(asked.location).toMatch(/^\/sign-up/)
    expect(shown(await newcomer.get('/questions/new'))).toContain(typed)
  })

  it('come back when a question was closed or hidden meanwhile', async () => {
    for (const deed of ['close', 'hide']) {
      const { id = '' } = await placesIn(house, ada, 'openbaar')
      await write.decide(ada, id, deed)
      for (const what of ['answers', 'comments']) {
        const answered = await noor.post(`/questions/${id}/${what}`, { body: typed })
        expect([deed, what, shown(answered).includes(typed)]).toEqual([deed, what, true])
      }
    }
  })
})

describe('a form that is sent twice', () => {
  const once = () => Math.random().toString(36).slice(2).padEnd(16, 'x')
  const sendTwice = async (who: Member, path: string, fields: Fields): Promise<Answered[]> => {
    const _once = once()
    const together = await Promise.all(Array.from({ length: 5 }, () => who.post(path, { ...fields, _once })))
    const later = await who.post(path, { ...fields, _once })
    return [...together, later]
  }

  it.each([
    [
      'a question',
      (): string => '/questions',
      'questions',
      { title: 'Eén keer', body: 'Wie weet dit?', board: 'openbaar' },
    ],
    ['an answer', (): string => `/questions/${places.id}/answers`, 'answers', { body: 'Eén antwoord.' }],
    ['a comment', (): string => `/questions/${places.id}/comments`, 'comments', { body: 'Eén opmerking.' }],
  ] as const)('makes %s once, also when both arrive together', async (_, path, table, fields) => {
    places = await placesIn(house, ada, 'openbaar')
    const count = async (): Promise<number> => {
      const rows: unknown[] = await db.selectFrom(table).select('id').execute()
      return rows.length
    }
    const before = await count()
    const answers = await sendTwice(noor, path(), fields)
    expect(await count()).toBe(before + 1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
  })

  it('by a program makes one thing, and says so', async () => {
    const body = { title: 'Van een programma', body: 'Eén keer.', board: 'openbaar' }
    const headers = { 'idempotency-key': once() }
    const call = () => program.call('POST', '/api/v1/questions', body, headers)
    const answers = await Promise.all(Array.from({ length: 5 }, call))
    const made = answers.filter(({ status }) => status === 201).map(({ text }) => JSON.parse(text).id)
    expect(new Set(made).size).toBe(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const other = await program.call('POST', '/api/v1/questions', { ...body, title: 'Anders' }, headers)
    expect(other.status).toBe(422)
  })
})
