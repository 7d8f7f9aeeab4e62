import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from './database.ts'
import { dangersIn } from './hostile/dangers.ts'
import { dangersInPage } from './hostile/page-dangers.ts'
import { scriptInjections } from './hostile/script-injections.ts'
import { mailTo } from './people.ts'
import { wholeHouse } from './whole-house.ts'
import { writersIn } from './written.ts'
import { elementsOf } from './xml.ts'

// Text that tries to run, in every place that takes text, and read back on every place that shows it.

const house = await wholeHouse(await testDatabase())
const { db } = house.site
const write = writersIn(house)
const [henk, piet] = [await house.member('henk'), await house.member('piet')]
const sam = await house.member('sam', { roles: ['moderator', 'administrator'] })
const visitor = house.visitor()
const program = house.program(await house.keyOf(henk))

const GROUP = 40
const groups = Array.from({ length: Math.ceil(scriptInjections.length / GROUP) }, (_, n) =>
  scriptInjections.slice(n * GROUP, (n + 1) * GROUP),
)
const questions: string[] = []
/** Some of each family, where all of them take the same way. */
const share = (shares: number, which: number) => scriptInjections.filter((_, n) => n % shares === which)

const fits = (text: string, most: number) => text.replaceAll('\u0000', '').toWellFormed().slice(0, most).toWellFormed()
const orX = (text: string) => (text.trim() === '' ? 'x' : text)

beforeAll(async () => {
  const named = (text: string, n: number) => ({
    slug: `b${n}`,
    name: orX(fits(text, 60)),
    description: fits(text, 400),
  })
  await db.insertInto('boards').values(scriptInjections.map(named)).execute()
  const sold = scriptInjections.map((text, n) => ({ slug: `p${n}`, name: orX(fits(text, 80)) }))
  await db.insertInto('products').values(sold).execute()
  const tagged = scriptInjections.map((text, n) => ({ slug: `t${n}`, name: orX(fits(text, 40)) }))
  await db.insertInto('tags').values(tagged).execute()
  await db
    .updateTable('members')
    .set({ name: fits(scriptInjections[0] ?? 'x', 60) })
    .where('handle', '=', 'piet')
    .execute()
  for (const [n, group] of groups.entries()) {
    const first = group[0] ?? 'x'
    const title = orX(fits(first, 150))
    const id = await write.question(henk, { title, board: `b${n}`, body: orX(first), tags: fits(first, 100) })
    questions.push(id)
    // Many texts in one answer each on its own page would say the same: here they stand below one another.
    for (const text of group) {
      await db
        .insertInto('question_tags')
        .values({ question_id: id, tag_id: (await tagOf(text)) ?? '1' })
        .onConflict((twice) => twice.doNothing())
        .execute()
    }
  }
  await house.settle()
}, 60_000)

const tagOf = async (text: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('tags')
      .select('id')
      .where('name', '=', orX(fits(text, 40)))
      .executeTakeFirst()
  )?.id

async function dangersOn(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    for (const who of [visitor, henk, sam]) {
      const { status, text } = await who.get(path)
      if (status >= 500) found.push(`${path}: ${status} ${house.troubles.at(-1)}`)
      found.push(...dangersInPage(text).map((danger) => `${who.name} ${path}: ${danger}`))
    }
  }
  return found
}

it('what is looked for would be found', () => {
  const dangerous = [
    '<a href="javascript:x">',
    '<img src="/x" onerror=y>',
    '<script>x</script>',
    '<p style="x">',
    '<iframe>',
  ]
  for (const html of dangerous) expect([html, dangersInPage(html).length]).toEqual([html, 1])
  expect(dangersInPage('<script type="application/ld+json">{"a":</script>')).toHaveLength(1)
  expect(dangersInPage('<a href="/x">x</a><script type="module" src="/assets/a-1.js"></script>')).toEqual([])
})

describe('text that tries to run', () => {
  it('is still text as the name of a board, a product or a tag', async () => {
    const lists = ['/', '/questions', '/questions/new', '/search', '/search?q=script', '/questions?board=b1&tag=t1']
    const settings = [
      '/manage/settings',
      '/manage/settings/boards',
      '/manage/settings/products',
      '/manage/settings/tags',
    ]
    const pages = questions.map((id, n) => `/questions/${id}/x?n=${n}`)
    expect(await dangersOn([...lists, ...settings, ...pages])).toEqual([])
    // Hundreds of choices on every page from here on would only take time.
    await db.deleteFrom('products').execute()
    await db.deleteFrom('boards').where('id', 'not in', db.selectFrom('questions').select('board_id')).execute()
    house.site.signals.send(['boards', 'products'])
  }, 60_000)

  it('is still text as a title, a body, an answer and a comment', async () => {
    const found: string[] = []
    for (const text of scriptInjections) {
      const title = orX(fits(text, 150))
      const asked = await henk.post('/questions', {
        title,
        body: orX(text),
        board: 'b0',
        tags: fits(text, 60),
        checked: 'true',
      })
      // What is left of it may be nothing: then the form comes back, with the words in it.
      if (asked.status === 422) {
        found.push(...dangersInPage(asked.text).map((danger) => `${text} in the form: ${danger}`))
        continue
      }
      const address = asked.location.split('?')[0] ?? ''
      const id = address.split('/')[2] ?? ''
      const answered = await piet.post(`/questions/${id}/answers`, { body: orX(text), checked: 'true' })
      await piet.post(`/questions/${id}/comments`, { body: orX(text) })
      const page = await visitor.get(address)
      found.push(...dangersInPage(page.text).map((danger) => `${text} on its page: ${danger}`))
      if (page.status !== 200) found.push(`${text}: ${page.status} at ${address}`)
      if (answered.status === 422)
        found.push(...dangersInPage(answered.text).map((danger) => `${text} again: ${danger}`))
    }
    expect(found.slice(0, 20)).toEqual([])
  }, 120_000)

  it('is still text in what programs are given', async () => {
    const found: string[] = []
    let path = '/api/v1/questions?limit=100'
    for (let pages = 0; pages < 20; pages++) {
      const { items, nextCursor } = JSON.parse((await program.call('GET', path)).text)
      for (const item of items) found.push(...dangersIn(item.html).map((danger) => `${item.title}: ${danger}`))
      if (nextCursor === null) break
      path = `/api/v1/questions?limit=100&cursor=${encodeURIComponent(nextCursor)}`
    }
    const { headers } = await program.call('GET', '/api/v1/questions')
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(found).toEqual([])
  })

  it('is still text in feeds and in the sitemap', async () => {
    const paths = ['/feeds/questions.atom', '/sitemap.xml', '/sitemaps/questions-0.xml']
    const found: string[] = []
    for (const path of [...paths, ...questions.map((id) => `/feeds/questions/${id}.atom`)]) {
      const { status, text } = await visitor.get(path)
      expect([path, status]).toEqual([path, 200])
      const elements = elementsOf(text)
      expect(elements[0]?.name).toMatch(/^(feed|sitemapindex|urlset)$/)
      const contents = elements.filter(({ name, attributes }) => name === 'content' && attributes.type === 'html')
      found.push(...contents.flatMap((content) => dangersIn(content.text)).map((danger) => `${path}: ${danger}`))
    }
    expect(found.slice(0, 20)).toEqual([])
  })

  it('is still text in mails and notices, and no mail gets a line that it should not have', async () => {
    await house.settle()
    const mails = await mailTo(house.site, 'henk@zonnewinde.example')
    expect(mails.length).toBeGreaterThan(50)
    const found = mails.flatMap(({ subject, html }) => [
      ...(/[\r\n]/.test(subject) ? [`a subject of two lines: ${subject}`] : []),
      ...dangersInMail(html).map((danger) => `${subject}: ${danger}`),
    ])
    expect(found.slice(0, 20)).toEqual([])
    expect(await dangersOn(['/notices', '/dev/mail'])).toEqual([])
  }, 60_000)

  it('is still text as the name of a member and in what they tell of themselves', async () => {
    const found: string[] = []
    for (const text of share(3, 0)) {
      const saved = await piet.post('/account', { name: orX(fits(text, 60)), about: text, interests: fits(text, 100) })
      if (saved.status === 422)
        found.push(...dangersInPage(saved.text).map((danger) => `${text} in the form: ${danger}`))
      const { text: page } = await visitor.get('/members/piet')
      found.push(...dangersInPage(page).map((danger) => `${text} on a profile: ${danger}`))
    }
    expect(found.slice(0, 20)).toEqual([])
  }, 60_000)

  it('is still text in an address, and where an address comes back', async () => {
    const found: string[] = []
    for (const [n, text] of scriptInjections.entries()) {
      const value = encodeURIComponent(fits(text, 150))
      const paths = [`/search?q=${value}`, `/questions/new?title=${value}`, `/sign-in?returnTo=${value}`, `/${value}`]
      // One place per text: what becomes of an address does not depend on which text it holds.
      for (const path of paths.filter((_, place) => place === n % paths.length)) {
        const { text: page, location } = await visitor.get(path)
        found.push(...dangersInPage(page).map((danger) => `${path}: ${danger}`))
        if (location && !/^\/(?![/\\])/.test(location)) found.push(`${path} leads to ${location}`)
      }
    }
    expect(found.slice(0, 20)).toEqual([])
  }, 120_000)
})

/** A mail has its own styles, as mail programs want them; nothing in it may run or load. */
const dangersInMail = (html: string): string[] =>
  dangersInPage(html).filter((danger) => !/^<\w+ style>$|^<style>$|http-equiv/.test(danger))
