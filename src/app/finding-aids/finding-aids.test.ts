import { sql } from 'kysely'
import sax from 'sax'
import { describe, expect, it } from 'vitest'
import { questions } from '#capabilities/questions/index.ts'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { scriptInjections } from '#test/hostile/script-injections.ts'
import { person, testHouse } from '#test/house.ts'
import { findingAids } from './routes.ts'

interface Element {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Element[]
  text: string
}

/** Strict XML or an error; the root element. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = sax.parser(true, { strictEntities: true } as sax.SAXOptions)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.ontext = (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  return root.children[0] as Element
}

const all = (element: Element, name: string) => element.children.filter((child) => child.name === name)
const one = (element: Element, name: string) => {
  const found = all(element, name)
  expect([name, found.length]).toEqual([name, 1])
  return found[0] as Element
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** What RFC 4287 asks of a feed that we could break. */
function checkAtom(xml: string): Element {
  const feed = parseXml(xml)
  expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
  const known = ['id', 'title', 'updated', 'link', 'generator', 'entry']
  expect(feed.children.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
  const entries = all(feed, 'entry')
  for (const part of [feed, ...entries]) {
    expect(URL.canParse(one(part, 'id').text)).toBe(true)
    expect(one(part, 'updated').text).toMatch(DATE)
    one(part, 'title')
    expect(all(part, 'link').filter(({ attributes }) => attributes.rel === 'alternate')).toHaveLength(1)
    for (const link of all(part, 'link')) expect(URL.canParse(link.attributes.href ?? '')).toBe(true)
  }
  expect(all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self')).toHaveLength(1)
  expect(new Set(entries.map((entry) => one(entry, 'id').text)).size).toBe(entries.length)
  for (const entry of entries) {
    expect(one(entry, 'published').text).toMatch(DATE)
    expect(one(one(entry, 'author'), 'name').text).not.toBe('')
    expect(one(entry, 'content').attributes.type).toBe('html')
  }
  return feed
}

const database = await testDatabase()
const { db } = database
const { site, server } = await testHouse(database, [questions, { name: 'aids', routes: findingAids([questions]) }])
const henk = await person(site, 'henk')
const boards: Record<string, string> = {}
for (const [slug, access] of [
  ['warmte', 'everyone'],
  ['leden', 'members'],
  ['lijst', 'listed'],
] as const) {
  const row = { slug, name: `Bord ${slug}`, access }
  boards[slug] = (await db.insertInto('boards').values(row).returning('id').executeTakeFirstOrThrow()).id
}

interface Planted {
  board?: string
  answers?: number
  state?: string
  html?: string
  more?: Record<string, unknown>
}

async function plant(
  title: string,
  { board = 'warmte', answers = 1, state = 'answered', html = '<p>x</p>', more = {} }: Planted = {},
) {
  const { id } = await db
    .insertInto('questions')
    .values({
      board_id: boards[board] as string,
      author_id: henk.id,
      title,
      slug:
        title
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .slice(0, 80) || 'x',
      body: 'x',
      html,
      language: 'nl',
      state,
      answer_count: answers,
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const answer = (questionId: string, html: string, more: object = {}) =>
  db
    .insertInto('answers')
    .values({ question_id: questionId, author_id: henk.id, body: 'x', html, ...more })
    .execute()

async function get(url: string, member = false) {
  site.pageCache.drop('everything')
  const response = await server.inject({ url, cookies: member ? henk.cookies : {} })
  return { status: response.statusCode, type: response.headers['content-type'], text: response.body }
}

const shown = await plant('Zichtbaar')
await answer(shown, '<p>Antwoord te zien</p>')
await answer(shown, '<p>MARKEERWOORD</p>', { hidden_at: new Date() })
await answer(shown, '<p>MARKEERWOORD</p>', { deleted_at: new Date() })
const unseen = [
  await plant('MARKEERWOORD leden', { board: 'leden' }),
  await plant('MARKEERWOORD lijst', { board: 'lijst' }),
  await plant('MARKEERWOORD verborgen', { more: { hidden_at: new Date() } }),
  await plant('MARKEERWOORD verwijderd', { more: { deleted_at: new Date() } }),
  await plant('MARKEERWOORD samengevoegd', { more: { merged_into_id: shown } }),
]

describe('a feed', () => {
  it('of the newest questions reads as Atom', async () => {
    const { status, type, text } = await get('/feeds/questions.atom')
    expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const feed = checkAtom(text)
    expect(all(feed, 'entry').map((entry) => one(entry, 'title').text)).toContain('Zichtbaar')
  })

  it('of one board holds that board, and one that may not be seen is not there', async () => {
    const feed = checkAtom((await get('/feeds/questions.atom?board=warmte')).text)
    expect(one(feed, 'title').text).toContain('Bord warmte')
    const missing = await Promise.all(
      ['leden', 'lijst', 'nergens'].map((slug) => get(`/feeds/questions.atom?board=${slug}`)),
    )
    expect(missing.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it('of the answers to a question reads as Atom', async () => {
    const feed = checkAtom((await get(`/feeds/questions/${shown}.atom`)).text)
    expect(all(feed, 'entry').map((entry) => one(entry, 'content').text)).toEqual(['<p>Antwoord te zien</p>'])
  })

  it('without entries is still a feed', async () => {
    expect(all(checkAtom((await get(`/feeds/questions/${await plant('Leeg')}.atom`)).text), 'entry')).toEqual([])
  })

  it('tells nobody of what may not be seen, not even somebody who is signed in and may', async () => {
    const paths = [
      '/feeds/questions.atom',
      '/feeds/questions.atom?board=leden',
      '/sitemap.xml',
      '/sitemaps/questions-0.xml',
    ]
    for (const path of [
      ...paths,
      ...unseen.map((id) => `/feeds/questions/${id}.atom`),
      `/feeds/questions/${shown}.atom`,
    ]) {
      for (const member of [false, true]) expect((await get(path, member)).text, path).not.toMatch(/markeerwoord/i)
    }
    for (const id of [...unseen, '999999', '9223372036854775808', '0', '1abc', '-1']) {
      expect([id, (await get(`/feeds/questions/${id}.atom`)).status]).toEqual([id, 404])
    }
  })

  it('holds whatever people write, as text', async () => {
    // As an import might bring them: nothing is cleaned on this way.
    const words = [...Object.values(hostileStrings), ...scriptInjections].filter((text) => !text.includes('\u0000'))
    const titles = words
      .map((text) => text.toWellFormed().slice(0, 100).toWellFormed())
      .filter((text) => text.length > 0)
    for (const title of titles) await plant(title, { html: title })
    for (const [name, text] of Object.entries({ amp: '& < > " \'', cdata: ']]>', control: 'a\u0001b\u000bc' }))
      await plant(name, { html: text })
    for (let at = 0; at < titles.length; at += 50) {
      checkAtom((await get('/feeds/questions.atom')).text)
      const newest = await db
        .selectFrom('questions')
        .select('id')
        .orderBy('id', 'desc')
        .where('deleted_at', 'is', null)
        .limit(50)
        .execute()
      const ids = newest.map(({ id }) => id)
      await db.updateTable('questions').set({ deleted_at: new Date() }).where('id', 'in', ids).execute()
    }
  })
})

describe('the sitemap', () => {
  it('names its parts, and each part its pages', async () => {
    const [first, far] = [await plant('Eerste deel'), '40001']
    await sql`insert into questions (id, board_id, author_id, title, slug, body, html, language, state, answer_count)
      overriding system value values (${far}, ${boards.warmte}, ${henk.id}, 'Vierde deel', 'vierde-deel', 'x', 'x', 'nl',
        'confirmed', 1)`.execute(db)
    const index = parseXml((await get('/sitemap.xml')).text)
    const parts = index.children.map((part) => one(part, 'loc').text.replace('http://localhost:3000', ''))
    expect(parts).toEqual(['/sitemaps/pages-0.xml', '/sitemaps/questions-0.xml', '/sitemaps/questions-4.xml'])
    const found: string[] = []
    for (const path of parts) {
      const part = parseXml((await get(path)).text)
      expect([part.name, part.attributes.xmlns]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9'])
      for (const url of part.children) {
        found.push(one(url, 'loc').text)
        for (const changed of all(url, 'lastmod')) expect(changed.text).toMatch(DATE)
      }
    }
    expect(found).toContain(`http://localhost:3000/questions/${first}/eerste-deel`)
    expect(found).toContain(`http://localhost:3000/questions/${far}/vierde-deel`)
  })

  it('leaves out what search engines should not show', async () => {
    const [unanswered, duplicate] = [
      await plant('Nog niets', { answers: 0 }),
      await plant('Dubbel', { state: 'duplicate' }),
    ]
    const { text } = await get('/sitemaps/questions-0.xml')
    expect(text).not.toContain(`/questions/${unanswered}/`)
    expect(text).not.toContain(`/questions/${duplicate}/`)
  })

  it('has no parts that it does not name', async () => {
    for (const path of [
      'questions-3',
      'questions-01',
      'questions-x',
      'questions--1',
      'ideas-0',
      'pages-1',
      'constructor-0',
      'questions-99999999999',
    ]) {
      expect([path, (await get(`/sitemaps/${path}.xml`)).status]).toEqual([path, 404])
    }
  })
})

it('what is hidden now is gone from every kept copy at once', async () => {
  const id = await plant('Straks verborgen')
  const paths = ['/feeds/questions.atom', `/feeds/questions/${id}.atom`, '/sitemaps/questions-0.xml']
  const look = () => Promise.all(paths.map((url) => server.inject({ url })))
  site.kept.drop('everything')
  site.pageCache.drop('everything')
  for (const { body } of await look()) expect(body).toMatch(/straks[ -]verborgen/i)
  await db.updateTable('questions').set({ hidden_at: new Date() }).where('id', '=', id).execute()
  for (const { body } of await look()) expect(body).toMatch(/straks[ -]verborgen/i)
  site.signals.send(['questions', `question:${id}`])
  for (const { body } of await look()) expect(body).not.toMatch(/straks[ -]verborgen/i)
})

it('robots are shown the sitemap, and kept from what is personal', async () => {
  const { type, text } = await get('/robots.txt')
  expect(type).toBe('text/plain; charset=utf-8')
  expect(text).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  for (const path of ['/account', '/search', '/dev/', '/manage']) expect(text).toContain(`Disallow: ${path}\n`)
})
