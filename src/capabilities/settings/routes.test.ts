import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import { membership } from '#capabilities/membership/index.ts'
import { questions } from '#capabilities/questions/index.ts'
import type { Frame } from '#community/exchange.ts'
import type { Role } from '#community/members/actor.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { keptReadings } from '#platform/realtime/kept.ts'
import { Signals } from '#platform/realtime/signals.ts'
import { diskStorage } from '#platform/storage/storage.ts'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { askingOn, joined, mailTo, testSite } from '#test/people.ts'
import { settings } from './index.ts'
import { reindex } from './reindexing.ts'

const database = await testDatabase()
const signals = new Signals(database.pool)
const storage = diskStorage(`/tmp/onderling-test-files-${randomBytes(6).toString('hex')}`)
const kept = { kept: keptReadings(signals), pageCache: new PageCache(signals) }
const site = Object.assign(testSite(database), { signals, storage, ...kept })
const asking = askingOn(site)
const frame = {
  navigation: [],
  accountLinks: [settings.accountLinks ?? []],
  footerLinks: [],
  asset: (it: string) => `/${it}`,
  brandStylesheet: (brand: { revision: number }) => `/brand/${brand.revision}.css`,
  onQuestionRead: [],
}
let server: FastifyInstance
const people: Record<string, Session> = {}

interface Session {
  readonly cookies: Record<string, string>
  readonly token: string
  readonly id: string
}

beforeAll(async () => {
  await site.db.insertInto('brand').values({ name: 'Zonnewinde' }).execute()
  server = await buildServer(site, frame as unknown as Frame, [membership, questions, settings])
  await member('ada', { roles: ['administrator'], staffTitle: 'Beheer' })
  await member('mira', { roles: ['manager'], staffTitle: 'Communitymanager' })
  await member('sam', { roles: ['moderator'], staffTitle: 'Klantenservice' })
  await member('fatima')
})
afterAll(() => server.close())

async function member(
  handle: string,
  { roles = [], staffTitle = null }: { roles?: Role[]; staffTitle?: string | null } = {},
) {
  const { memberId } = await joined(asking, handle)
  for (const role of roles) await site.db.insertInto('member_roles').values({ member_id: memberId, role }).execute()
  await site.db.updateTable('members').set({ staff_title: staffTitle }).where('id', '=', memberId).execute()
  people[handle] = { ...(await signedIn(handle)), id: memberId }
}

async function signedIn(handle: string) {
  const fields = { email: `${handle}@zonnewinde.example`, password: 'onderling-demo' }
  const [session] = (await send('/sign-in', fields)).cookies
  const cookies = { [session?.name ?? '']: session?.value ?? '' }
  const page = await server.inject({ url: '/account/sign-in', cookies })
  return { cookies, token: /name="_token" value="([\w-]+)"/.exec(page.body)?.[1] ?? '' }
}

const who = (handle: string) => people[handle] ?? { cookies: {}, token: '', id: '' }

const get = (handle: string, url: string) => server.inject({ url, cookies: who(handle).cookies })

type Fields = Record<string, string> | [string, string][]

const send = (url: string, fields: Fields, cookies = {}) =>
  server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  })

const post = (handle: string, url: string, fields: Fields = {}) => {
  const { cookies, token } = who(handle)
  return send(url, [...(Array.isArray(fields) ? fields : Object.entries(fields)), ['_token', token]], cookies)
}

const upload = (handle: string, url: string, bytes: Buffer | null) => {
  const { cookies, token } = who(handle)
  const file = bytes
    ? `--grens\r\ncontent-disposition: form-data; name="logo"; filename="../../logo.png"\r\ncontent-type: image/png\r\n\r\n`
    : ''
  const payload = Buffer.concat([
    Buffer.from(`--grens\r\ncontent-disposition: form-data; name="_token"\r\n\r\n${token}\r\n${file}`),
    bytes ?? Buffer.alloc(0),
    Buffer.from(bytes ? '\r\n--grens--\r\n' : '--grens--\r\n'),
  ])
  return server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'multipart/form-data; boundary=grens', 'sec-fetch-site': 'same-origin' },
    payload,
  })
}

const brand = () => site.db.selectFrom('brand').selectAll().executeTakeFirstOrThrow()
const kinds = async () =>
  (await site.db.selectFrom('activity').select(['kind', 'facts', 'actor_id']).orderBy('id').execute()).map(
    (row) => row.kind,
  )

describe('who passes', () => {
  const pages = [
    '/manage/settings',
    '/manage/settings/boards',
    '/manage/settings/boards/new',
    '/manage/settings/products',
    '/manage/settings/tags',
    '/manage/settings/roles',
    '/manage/settings/roles/fatima',
    '/manage/settings/preview/200.css',
  ]

  test('a community manager and an administrator open every page of the settings', async () => {
    for (const handle of ['mira', 'ada']) {
      for (const url of pages) expect([handle, url, (await get(handle, url)).statusCode]).toEqual([handle, url, 200])
    }
  })

  test('for members and moderators they do not exist, to read or to write; a visitor signs in first', async () => {
    for (const handle of ['fatima', 'sam']) {
      for (const url of pages) expect([handle, url, (await get(handle, url)).statusCode]).toEqual([handle, url, 404])
      expect((await post(handle, '/manage/settings/hue', { hue: '10' })).statusCode).toBe(404)
      expect((await post(handle, '/manage/settings/roles/fatima', { role: 'administrator' })).statusCode).toBe(404)
    }
    expect((await server.inject('/manage/settings')).headers.location).toContain('/sign-in')
    expect((await brand()).hue).toBe(158)
  })

  test('moderators open the members; the menu shows each only what is theirs', async () => {
    expect((await get('sam', '/manage/members')).statusCode).toBe(200)
    expect((await get('fatima', '/manage/members')).statusCode).toBe(404)
    expect((await get('sam', '/manage/members')).body).not.toContain('href="/manage/settings"')
    expect((await get('fatima', '/account')).body).not.toContain('/manage/')
    expect((await get('mira', '/account')).body).toContain('href="/manage/settings"')
  })
})

describe('the brand', () => {
  const naming = {
    name: 'Zonnewinde',
    addressForm: 'je',
    language: 'nl',
    zone: 'Europe/Amsterdam',
    communityConfirmations: '3',
  }

  test('a new name holds at once, also on a page that was kept for visitors', async () => {
    expect((await server.inject('/questions')).body).toContain('Zonnewinde')
    const { revision } = await brand()
    const saved = await post('mira', '/manage/settings/naming', {
      ...naming,
      name: 'Windezon',
      addressForm: 'u',
      id: '7',
      hue: '3',
    })
    expect(saved.headers.location).toBe('/manage/settings?said=saved')
    expect((await server.inject('/questions')).body).toContain('Windezon')
    expect(await brand()).toMatchObject({
      name: 'Windezon',
      address_form: 'u',
      revision: revision + 1,
      id: 1,
      hue: 158,
    })
    expect(await kinds()).toContain('brand.changed')
    await post('mira', '/manage/settings/naming', naming)
  })

  test('what does not read stands beside its field, with the words kept', async () => {
    const wrong = { name: '', addressForm: 'jij', language: 'fr', zone: 'Mars/Olympus', communityConfirmations: '21' }
    const answer = await post('mira', '/manage/settings/naming', wrong)
    expect(answer.statusCode).toBe(422)
    for (const field of Object.keys(wrong)) expect(answer.body).toContain(`href="#field-${field}"`)
    expect(answer.body).toContain('value="21"')
    expect((await brand()).name).toBe('Zonnewinde')
  })

  test('a hue is seen before it is kept, with and without scripts', async () => {
    const sheet = await get('mira', '/manage/settings/preview/20.css')
    expect(sheet.headers['content-type']).toContain('text/css')
    expect(sheet.body).toMatch(/--brand:oklch\([\d.]+ [\d.]+ 20\)/)
    for (const file of ['360.css', '20.js', '-1.css', '..%2f20.css']) {
      expect((await get('mira', `/manage/settings/preview/${file}`)).statusCode).toBe(404)
    }
    const tried = await get('mira', '/manage/settings?hue=20')
    expect(tried.body).toContain('href="/manage/settings/preview/20.css"')
    expect(tried.body).toContain('Sla op om deze kleur te houden')
    expect((await brand()).hue).toBe(158)
    await post('mira', '/manage/settings/hue', { hue: '20' })
    expect((await brand()).hue).toBe(20)
    expect((await post('mira', '/manage/settings/hue', { hue: '360' })).statusCode).toBe(422)
  })

  test('a logo is made anew and shown; what is no picture is refused with a sentence', async () => {
    const picture = await sharp({ create: { width: 2000, height: 400, channels: 4, background: '#0a6b42' } })
      .png()
      .withExif({ IFD0: { Artist: 'Fatima de Vries' } })
      .toBuffer()
    expect((await upload('mira', '/manage/settings/logo', picture)).statusCode).toBe(303)
    const { logo_id } = await brand()
    const row = await site.db.selectFrom('attachments').selectAll().where('id', '=', logo_id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ purpose: 'logo', width: 720, height: 144, name: 'logo.webp' })
    expect((await get('mira', '/manage/settings')).body).toContain(`/attachments/${logo_id}/logo`)
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('GIF89a'), null]) {
      const refused = await upload('mira', '/manage/settings/logo', bytes)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain('href="#field-logo"')
    }
    expect((await post('mira', '/manage/settings/logo/removal')).statusCode).toBe(303)
    expect((await brand()).logo_id).toBeNull()
    expect(await storage.exists(row.content_hash)).toBe(false)
  })

  test('a pattern is tried before it counts, and a hostile or loose one is refused with a sentence', async () => {
    const tried = await post('mira', '/manage/settings/customer-numbers/trial', {
      pattern: 'ZW\\d{8}',
      sample: 'Mijn nummer is ZW12345678, meterstand 12345678.',
    })
    expect(tried.statusCode).toBe(200)
    expect(tried.body).toContain('Mijn nummer is [klantnummer verborgen], meterstand 12345678.')
    expect((await brand()).customer_number_pattern).toBeNull()
    for (const pattern of ['(a+)+$', '.*', '\\d', 'x'.repeat(61)]) {
      const refused = await post('mira', '/manage/settings/customer-numbers', { pattern })
      expect([pattern, refused.statusCode]).toEqual([pattern, 422])
      expect(refused.body).toContain('href="#field-pattern"')
    }
    await post('mira', '/manage/settings/customer-numbers', { pattern: 'ZW\\d{8}' })
    expect((await brand()).customer_number_pattern).toBe('ZW\\d{8}')
    await post('mira', '/manage/settings/customer-numbers', { pattern: ' ' })
    expect((await brand()).customer_number_pattern).toBeNull()
  })
})

const boardFields = {
  name: 'Warmtepompen',
  nameEn: '',
  description: 'Alles over warmte',
  descriptionEn: '',
  slug: '',
  access: 'everyone',
}
const boards = () => site.db.selectFrom('boards').selectAll().orderBy('position').orderBy('id').execute()
const idOf = async (slug: string) => (await boards()).find((board) => board.slug === slug)?.id ?? '0'

describe('boards', () => {
  test('one is added with an address made of its name; sent twice it is one; the same name again is refused', async () => {
    const once = { ...boardFields, _once: 'abcdefghijkl' }
    const [first, second] = await Promise.all([1, 2].map(() => post('mira', '/manage/settings/boards', once)))
    expect(first?.headers.location).toBe(second?.headers.location)
    expect((await boards()).map((board) => board.slug)).toEqual(['warmtepompen'])
    const again = await post('mira', '/manage/settings/boards', { ...boardFields, name: 'WARMTEPOMPEN' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('Deze naam is er al')
    expect(again.body).toContain('Alles over warmte')
    const taken = await post('mira', '/manage/settings/boards', {
      ...boardFields,
      name: 'Anders',
      slug: 'warmtepompen',
    })
    expect(taken.body).toContain('href="#field-slug"')
  })

  test('two people who add the same board at once get one board and one sentence', async () => {
    const fields = { ...boardFields, name: 'Zonnepanelen' }
    const answers = await Promise.all(
      ['mira', 'ada', 'mira'].map((handle) => post(handle, '/manage/settings/boards', fields)),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422, 422])
  })

  test('the order is changed with buttons, by two at once too, and the button that was pressed has the focus', async () => {
    await post('mira', '/manage/settings/boards', { ...boardFields, name: 'Laadpalen' })
    const id = await idOf('laadpalen')
    const moved = await post('mira', `/manage/settings/boards/${id}/place`, { direction: 'up' })
    expect((await boards()).map((board) => board.slug)).toEqual(['warmtepompen', 'laadpalen', 'zonnepanelen'])
    expect((await get('mira', moved.headers.location ?? '')).body).toMatch(/<button[^>]*autofocus[^>]*>/)
    const both = ['up', 'down'].map((direction) => post('ada', `/manage/settings/boards/${id}/place`, { direction }))
    await Promise.all(both)
    expect(new Set((await boards()).map((board) => board.position)).size).toBe(3)
    for (const direction of ['sideways', '']) {
      expect((await post('mira', `/manage/settings/boards/${id}/place`, { direction })).statusCode).toBe(404)
    }
    expect((await post('mira', '/manage/settings/boards/999/place', { direction: 'up' })).statusCode).toBe(404)
  })

  test('a board that is closed to visitors is gone for them at once, kept page or not', async () => {
    const id = await idOf('zonnepanelen')
    expect((await server.inject('/questions')).body).toContain('Zonnepanelen')
    const fields = { ...boardFields, name: 'Zonnepanelen', slug: 'zonnepanelen', access: 'listed' }
    expect((await post('mira', `/manage/settings/boards/${id}`, fields)).statusCode).toBe(303)
    expect((await server.inject('/questions')).body).not.toContain('Zonnepanelen')
    expect((await get('fatima', '/questions')).body).not.toContain('Zonnepanelen')
    expect(await kinds()).toContain('board.access-changed')
  })

  test('who is put on the list sees it, once, and no more when taken off', async () => {
    const id = await idOf('zonnepanelen')
    const add = (handle: string) => post('mira', `/manage/settings/boards/${id}/members`, { handle })
    expect((await add('@fatima')).statusCode).toBe(303)
    expect((await get('fatima', '/questions')).body).toContain('Zonnepanelen')
    expect((await add('fatima')).body).toContain('Dit lid staat al op de lijst.')
    expect((await add('niemand')).body).toContain('Er is geen lid met deze gebruikersnaam.')
    expect((await get('mira', `/manage/settings/boards/${id}`)).body).toContain('@fatima')
    const removal = `/manage/settings/boards/${id}/members/${who('fatima').id}/removal`
    expect((await post('mira', removal)).statusCode).toBe(303)
    expect((await post('mira', removal)).statusCode).toBe(303)
    expect((await get('fatima', '/questions')).body).not.toContain('Zonnepanelen')
  })

  test('a new address keeps the old one as a redirect, and back again without a circle', async () => {
    const id = await idOf('laadpalen')
    const rename = (slug: string) =>
      post('mira', `/manage/settings/boards/${id}`, { ...boardFields, name: 'Laadpalen', slug })
    await rename('laden')
    await rename('opladen')
    const old = () => site.db.selectFrom('old_addresses').select(['path', 'target']).orderBy('path').execute()
    expect(await old()).toEqual([
      { path: '/questions?board=laadpalen', target: '/questions?board=opladen' },
      { path: '/questions?board=laden', target: '/questions?board=opladen' },
    ])
    const led = await server.inject('/questions?board=laden')
    expect([led.statusCode, led.headers.location]).toEqual([302, '/questions?board=opladen'])
    const followed = await server.inject('/feeds/questions.atom?board=laden')
    expect([followed.statusCode, followed.headers.location]).toEqual([302, '/feeds/questions.atom?board=opladen'])
    const access = { ...boardFields, name: 'Laadpalen', slug: 'opladen', access: 'listed' }
    await post('mira', `/manage/settings/boards/${id}`, access)
    for (const by of ['visitor', 'fatima']) {
      const [closed, unknown] = await Promise.all(['laden', 'onzin'].map((slug) => get(by, `/questions?board=${slug}`)))
      expect([by, closed?.statusCode, closed?.headers.location]).toEqual([by, unknown?.statusCode, undefined])
    }
    expect((await get('sam', '/questions?board=laden')).headers.location).toBe('/questions?board=opladen')
    await rename('laadpalen')
    expect((await old()).map(({ path }) => path)).not.toContain('/questions?board=laadpalen')
    expect((await rename('Niet Goed!')).statusCode).toBe(422)
  })

  test('an archived board is no longer offered, and comes back', async () => {
    const id = await idOf('laadpalen')
    await post('mira', `/manage/settings/boards/${id}/archive`, { act: 'archive' })
    expect((await get('mira', '/manage/settings/boards')).body).toContain('Gearchiveerd')
    expect((await server.inject('/questions')).body).not.toContain('Laadpalen')
    await post('mira', `/manage/settings/boards/${id}/archive`, { act: 'unarchive' })
    expect((await server.inject('/questions')).body).toContain('Laadpalen')
  })
})

describe('products', () => {
  const productId = async (name: string) =>
    (await site.db.selectFrom('products').select('id').where('name', '=', name).executeTakeFirst())?.id ?? '0'

  test('one is added, renamed, ordered and archived; the same name twice is refused', async () => {
    await post('mira', '/manage/settings/products', { name: 'ZW-Aero 6' })
    await post('mira', '/manage/settings/products', { name: '電池' })
    expect((await post('mira', '/manage/settings/products', { name: 'zw-aero 6' })).statusCode).toBe(422)
    const id = await productId('ZW-Aero 6')
    await post('mira', `/manage/settings/products/${id}`, { name: 'ZW-Aero 6 kW' })
    await post('mira', `/manage/settings/products/${id}/place`, { direction: 'down' })
    const rows = await site.db.selectFrom('products').select(['name', 'slug']).orderBy('position').execute()
    expect(rows).toEqual([
      { name: '電池', slug: 'product' },
      { name: 'ZW-Aero 6 kW', slug: 'zw-aero-6' },
    ])
    await post('mira', `/manage/settings/products/${id}/archive`, { act: 'archive' })
    expect((await get('mira', `/manage/settings/products/${id}`)).body).toContain('is gearchiveerd')
    await post('mira', `/manage/settings/products/${id}/archive`, { act: 'unarchive' })
  })

  test('versions are added, renamed and ordered; one that was asked about stays', async () => {
    const id = await productId('ZW-Aero 6 kW')
    const url = `/manage/settings/products/${id}/versions`
    for (const version of ['2022', '2024']) await post('mira', url, { version })
    expect((await post('mira', url, { version: '2024' })).body).toContain('Deze naam is er al')
    const versions = await site.db.selectFrom('product_versions').select(['id', 'name']).orderBy('position').execute()
    const [old, recent] = [versions[0]?.id ?? '', versions[1]?.id ?? '']
    expect((await post('mira', `${url}/${old}`, { version: '2024' })).body).toContain(`id="field-version-${old}-error"`)
    await post('mira', `${url}/${old}`, { version: '2023' })
    await post('mira', `${url}/${recent}/place`, { direction: 'up' })
    const names = await site.db.selectFrom('product_versions').select('name').orderBy('position').execute()
    expect(names.map(({ name }) => name)).toEqual(['2024', '2023'])
    await question('Over deze versie', { product_id: id, version_id: old })
    const kept = await post('mira', `${url}/${old}/removal`)
    expect([kept.statusCode, kept.body.includes('dus ze blijft bestaan')]).toEqual([422, true])
    expect((await post('mira', `${url}/${recent}/removal`)).statusCode).toBe(303)
    expect((await post('mira', `/manage/settings/products/999/versions/${old}/removal`)).statusCode).toBe(404)
  })
})

async function question(title: string, more: object = {}): Promise<string> {
  const { id } = await site.db
    .insertInto('questions')
    .values({
      board_id: await idOf('warmtepompen'),
      author_id: who('fatima').id,
      title,
      slug: 'vraag',
      body: 'x',
      html: '<p>x</p>',
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('tags', () => {
  const tag = async (slug: string, questionIds: string[] = []) => {
    const { id } = await site.db
      .insertInto('tags')
      .values({ slug, name: slug, question_count: questionIds.length })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const question_id of questionIds) {
      await site.db.insertInto('question_tags').values({ question_id, tag_id: id }).execute()
    }
    return id
  }
  const find = (id: string) =>
    site.db.selectFrom('tags').select(['slug', 'question_count']).where('id', '=', id).executeTakeFirst()

  test('two words for one thing become one, and a question that had both counts once', async () => {
    const [one, two] = [await question('Eén'), await question('Twee')]
    const [from, into] = [await tag('pendel', [one, two]), await tag('pendelen', [two])]
    for (const [id, at] of [
      [from, 'fatima'],
      [into, 'fatima'],
      [from, 'sam'],
    ] as const) {
      await site.db
        .insertInto('follows')
        .values({ subject_kind: 'tag', subject_id: id, member_id: who(at).id })
        .execute()
    }
    const url = `/manage/settings/tags/${from}/merge`
    expect((await post('mira', url, { into: 'bestaat-niet' })).body).toContain('Dit trefwoord bestaat niet.')
    expect((await post('mira', url, { into: 'pendel' })).body).toContain('Dit is hetzelfde trefwoord.')
    expect((await post('mira', url, { into: 'Pendelen' })).headers.location).toContain(`/tags/${into}?said=merged`)
    expect(await find(from)).toBeUndefined()
    expect(await find(into)).toEqual({ slug: 'pendelen', question_count: 2 })
    const followers = await site.db
      .selectFrom('follows')
      .select('subject_id')
      .where('subject_kind', '=', 'tag')
      .execute()
    expect(followers.map(({ subject_id }) => subject_id)).toEqual([into, into])
    await reindex(site, { tagId: into })
    expect((await post('mira', url, { into: 'pendelen' })).statusCode).toBe(404)
  })

  test('two merges that cross each other leave one tag', async () => {
    const [a, b] = [await tag('stook'), await tag('stoken')]
    const answers = await Promise.all([
      post('mira', `/manage/settings/tags/${a}/merge`, { into: 'stoken' }),
      post('ada', `/manage/settings/tags/${b}/merge`, { into: 'stook' }),
    ])
    const [first, second = 0] = answers.map((answer) => answer.statusCode).sort()
    expect([first, second >= 400 && second < 500]).toEqual([303, true])
    expect([await find(a), await find(b)].filter(Boolean)).toHaveLength(1)
  })

  test('whoever kept the address of a tag is led to its new name, and to what it was merged into', async () => {
    const renamed = await tag('wlan', [await question('Vier')])
    const led = async (by: string, list: string) => (await get(by, `/questions?${list}`)).headers.location
    expect((await get('visitor', '/questions?tag=wlan')).body).toContain('Vier')
    await post('mira', `/manage/settings/tags/${renamed}`, { name: 'wifi' })
    expect(await led('visitor', 'tag=wlan')).toBe('/questions?tag=wifi')
    expect(await led('fatima', 'board=warmtepompen&tag=wlan&sort=new')).toBe(
      '/questions?board=warmtepompen&tag=wifi&sort=new',
    )
    const into = await tag('c++draadloos', [await question('Vijf')])
    await post('mira', `/manage/settings/tags/${renamed}/merge`, { into: 'c++draadloos' })
    for (const old of ['wlan', 'wifi']) {
      expect([old, await led('visitor', `tag=${old}`)]).toEqual([old, '/questions?tag=c%2B%2Bdraadloos'])
    }
    await tag('wifi', [await question('Zes')])
    expect((await get('visitor', '/questions?tag=wifi')).body).toContain('Zes')
    await post('mira', `/manage/settings/tags/${into}`, { name: 'wlan' })
    expect((await get('visitor', '/questions?tag=wlan')).body).toContain('Vijf')
  })

  test('the address of a tag that was only used out of sight tells no visitor its new name', async () => {
    const hidden = await tag('reorg', [await question('Zeven', { hidden_at: new Date() })])
    await post('mira', `/manage/settings/tags/${hidden}`, { name: 'ontslagronde' })
    for (const by of ['visitor', 'fatima']) {
      const [old, unknown] = await Promise.all(['reorg', 'onzin'].map((slug) => get(by, `/questions?tag=${slug}`)))
      expect([by, old?.statusCode, old?.headers.location]).toEqual([by, unknown?.statusCode, undefined])
    }
  })

  test('a tag is renamed to its shape, never to one that is there; only an unused one goes', async () => {
    const used = await tag('storing', [await question('Drie')])
    const unused = await tag('los')
    expect((await post('mira', `/manage/settings/tags/${used}`, { name: 'Los' })).body).toContain(
      'Dit trefwoord is er al.',
    )
    expect((await post('mira', `/manage/settings/tags/${used}`, { name: '!!!' })).statusCode).toBe(422)
    await post('mira', `/manage/settings/tags/${used}`, { name: 'Rode Storing' })
    expect((await find(used))?.slug).toBe('rode-storing')
    expect((await post('mira', `/manage/settings/tags/${used}/removal`)).statusCode).toBe(422)
    expect((await post('mira', `/manage/settings/tags/${unused}/removal`)).statusCode).toBe(303)
    expect(await find(unused)).toBeUndefined()
    expect((await get('mira', '/manage/settings/tags?q=rode&view=all')).body).toContain('rode-storing')
    expect((await get('mira', '/manage/settings/tags?view=unused')).body).not.toContain('rode-storing')
    expect((await get('mira', '/manage/settings/tags?after=zzz')).body).toContain('Geen trefwoord gevonden')
  })
})

const rolesOf = async (handle: string) =>
  (await site.db.selectFrom('member_roles').select('role').where('member_id', '=', who(handle).id).execute()).map(
    ({ role }) => role,
  )

const place = (by: string, handle: string, fields: Fields) => post(by, `/manage/settings/roles/${handle}`, fields)

describe('roles', () => {
  test('a manager gives moderator and editor, and no more, whatever the form says', async () => {
    await member('yara')
    expect(
      (
        await place('mira', 'yara', [
          ['role', 'moderator'],
          ['role', 'editor'],
        ])
      ).statusCode,
    ).toBe(303)
    expect((await rolesOf('yara')).sort()).toEqual(['editor', 'moderator'])
    for (const role of ['administrator', 'manager', 'director']) {
      const refused = await place('mira', 'yara', [
        ['role', role],
        ['had', 'moderator'],
        ['staffTitle', 'Baas'],
      ])
      expect([role, refused.statusCode]).toEqual([role, 422])
      expect(refused.body).toContain('Deze rol kan alleen een beheerder geven of afnemen.')
    }
    expect((await rolesOf('yara')).sort()).toEqual(['editor', 'moderator'])
    expect((await place('mira', 'yara', { role: 'owner' })).statusCode).toBe(422)
  })

  test('nobody changes their own roles or title, and a manager not those of a manager or administrator', async () => {
    for (const [by, handle] of [
      ['mira', 'mira'],
      ['ada', 'ada'],
      ['mira', 'ada'],
    ] as const) {
      expect((await get(by, `/manage/settings/roles/${handle}`)).body).not.toContain('name="staffTitle"')
      const refused = await place(by, handle, [
        ['role', 'moderator'],
        ['had', 'administrator'],
        ['staffTitle', 'Baas'],
      ])
      expect([by, handle, refused.statusCode]).toEqual([by, handle, 422])
    }
    expect(await rolesOf('ada')).toEqual(['administrator'])
  })

  test('with another role somebody signs in again; what was given meanwhile is not taken away', async () => {
    await site.db
      .insertInto('member_roles')
      .values({ member_id: who('yara').id, role: 'director' })
      .execute()
    people.yara = { ...who('yara'), ...(await signedIn('yara')) }
    expect((await get('yara', '/account')).statusCode).toBe(200)
    await place('ada', 'yara', [
      ['role', 'moderator'],
      ['had', 'moderator'],
      ['had', 'editor'],
    ])
    expect((await get('yara', '/account')).statusCode).toBe(303)
    expect((await rolesOf('yara')).sort()).toEqual(['director', 'moderator'])
    expect(await kinds()).toEqual(expect.arrayContaining(['member.role-granted', 'member.role-revoked']))
  })

  test('two administrators who take each other’s role away at once leave one', async () => {
    await member('eva', { roles: ['administrator'] })
    await Promise.all([place('ada', 'eva', { had: 'administrator' }), place('eva', 'ada', { had: 'administrator' })])
    const rows = await site.db
      .selectFrom('member_roles')
      .select('member_id')
      .where('role', '=', 'administrator')
      .execute()
    expect(rows).toHaveLength(1)
    const kept = rows[0]?.member_id === who('ada').id ? 'ada' : 'eva'
    for (const handle of ['ada', 'eva']) {
      await site.db
        .insertInto('member_roles')
        .values({ member_id: who(handle).id, role: 'administrator' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      if (handle !== kept) people[handle] = { ...who(handle), ...(await signedIn(handle)) }
    }
  })

  test('whoever becomes a colleague is shown as one and signs in again; an expert needs a reason', async () => {
    await member('henk')
    const without = await place('mira', 'henk', { expertTitle: 'warmtepompen' })
    expect(without.body).toContain('href="#field-expertReason"')
    expect(without.body).toContain('value="warmtepompen"')
    await place('mira', 'henk', { expertTitle: 'warmtepompen', expertReason: 'Dertig jaar installateur' })
    expect((await get('henk', '/account')).statusCode).toBe(200)
    await place('mira', 'henk', { staffTitle: 'Installateur' })
    expect((await get('henk', '/account')).statusCode).toBe(303)
    const row = await site.db
      .selectFrom('members')
      .select(['staff_title', 'expert_title', 'expert_reason'])
      .where('handle', '=', 'henk')
      .executeTakeFirst()
    expect(row).toEqual({ staff_title: 'Installateur', expert_title: null, expert_reason: null })
  })

  test('a person is found by handle, also without scripts', async () => {
    expect((await get('mira', '/manage/settings/roles?handle=%40fatima')).headers.location).toBe(
      '/manage/settings/roles/fatima',
    )
    expect((await get('mira', '/manage/settings/roles?handle=niemand')).body).toContain(
      'Er is geen lid met deze gebruikersnaam.',
    )
    expect((await get('mira', '/manage/settings/roles/niemand')).statusCode).toBe(404)
  })
})

describe('members', () => {
  test('only administrators see addresses, and only they can search by them', async () => {
    for (const handle of ['mira', 'sam']) {
      for (const url of [
        '/manage/members?q=fatima',
        '/manage/members?q=fatima%40zonnewinde',
        '/manage/members/fatima',
      ]) {
        expect([url, (await get(handle, url)).body.includes('fatima@zonnewinde.example')]).toEqual([url, false])
      }
      expect((await get(handle, '/manage/members?q=fatima%40zonnewinde.ex')).body).toContain('Niemand gevonden')
    }
    expect((await get('ada', '/manage/members?q=fatima%40zonnewinde.ex')).body).toContain('fatima@zonnewinde.example')
    expect((await get('ada', '/manage/members/fatima')).body).toContain('fatima@zonnewinde.example')
  })

  test('a search finds parts of names, and takes wildcards as letters', async () => {
    expect((await get('sam', '/manage/members?q=FAT')).body).toContain('@fatima')
    for (const q of ['%25', '_____', '%5C'])
      expect((await get('sam', `/manage/members?q=${q}`)).body).toContain('Niemand')
    expect((await get('sam', '/manage/members?after=1')).body).toContain('Niemand')
  })

  test('a moderator blocks a member with a reason that the member gets, and lifts it again', async () => {
    await member('koen')
    expect((await post('sam', '/manage/members/koen/block', { act: 'block', reason: '' })).statusCode).toBe(422)
    const reason = 'Drie keer <b>reclame</b>'
    expect((await post('sam', '/manage/members/koen/block', { act: 'block', reason })).statusCode).toBe(303)
    expect((await get('koen', '/account')).body).toContain('Drie keer &lt;b>reclame')
    const asking = await get('koen', '/questions/new')
    expect(asking.body).toContain('De reden staat in de mail die je kreeg, en op je accountpagina.')
    expect((await mailTo(site, 'koen@zonnewinde.example'))[0]?.text).toContain(reason)
    expect((await get('sam', '/manage/members?view=blocked')).body).toContain('@koen')
    const again = await post('sam', '/manage/members/koen/block', { act: 'block', reason: 'Nog eens' })
    expect(again.body).toContain('Dit lid is al geblokkeerd.')
    await post('sam', '/manage/members/koen/block', { act: 'unblock', reason: 'Afgesproken' })
    const page = await get('sam', '/manage/members/koen')
    expect(page.body).toContain('Blokkade opgeheven')
    expect((await get('sam', '/manage/members?view=blocked')).body).not.toContain('@koen')
    expect(await kinds()).toEqual(expect.arrayContaining(['member.blocked', 'member.unblocked']))
  })

  test('a moderator blocks no colleague and not themselves, and changes nothing else of anybody', async () => {
    for (const handle of ['ada', 'mira', 'sam', 'henk']) {
      expect((await get('sam', `/manage/members/${handle}`)).body).not.toContain('name="reason"')
      const refused = await post('sam', `/manage/members/${handle}/block`, {
        act: 'block',
        reason: 'Een hele uitleg',
        email: 'x@x.nl',
      })
      expect([handle, refused.statusCode, refused.body.includes('Een hele uitleg')]).toEqual([handle, 422, true])
    }
    const blocked = await site.db.selectFrom('members').select('id').where('blocked_at', 'is not', null).execute()
    expect(blocked).toEqual([])
  })

  test('a blocked keeper finds no settings any more', async () => {
    await member('bram', { roles: ['manager'] })
    await post('ada', '/manage/members/bram/block', { act: 'block', reason: 'Tijdelijk' })
    expect((await get('bram', '/manage/settings')).statusCode).toBe(404)
  })
})

describe('bad input', () => {
  const forms: [string, string[]][] = [
    ['/manage/settings/naming', ['name', 'zone', 'communityConfirmations']],
    ['/manage/settings/hue', ['hue']],
    ['/manage/settings/customer-numbers', ['pattern', 'sample']],
    ['/manage/settings/customer-numbers/trial', ['pattern', 'sample']],
    ['/manage/settings/boards', ['name', 'nameEn', 'description', 'descriptionEn', 'slug', 'access']],
    ['/manage/settings/products', ['name']],
    ['/manage/settings/roles/fatima', ['role', 'had', 'staffTitle', 'expertTitle', 'expertReason']],
    ['/manage/members/fatima/block', ['act', 'reason']],
  ]

  test('no hostile text, list or length makes the house stumble', async () => {
    for (const [url, names] of forms) {
      for (const bad of [...Object.values(hostileStrings), 'x'.repeat(5_000)]) {
        const answer = await post(
          'mira',
          url,
          names.map((name) => [name, bad] as [string, string]),
        )
        expect([url, bad.slice(0, 40), answer.statusCode < 500]).toEqual([url, bad.slice(0, 40), true])
      }
      const twice = await post(
        'mira',
        url,
        names.flatMap(
          (name) =>
            [
              [name, 'a'],
              [name, 'b'],
            ] as [string, string][],
        ),
      )
      expect([url, twice.statusCode]).toEqual([
        url,
        url.endsWith('hue') ? 422 : twice.statusCode < 500 ? twice.statusCode : 0,
      ])
    }
  })

  test('an address that cannot be one is not found', async () => {
    for (const id of ['0', '-1', '1e3', '99999999999999999999', 'x', '%00', '1%27--']) {
      for (const of of ['boards', 'products', 'tags']) {
        expect([id, of, (await get('mira', `/manage/settings/${of}/${id}`)).statusCode]).toEqual([id, of, 404])
      }
    }
    expect((await get('mira', '/manage/members/%27%3B--')).statusCode).toBe(404)
  })

  test('the address of a form that came back leads to its page', async () => {
    for (const [url, to] of [
      ['/manage/settings/naming', '/manage/settings'],
      ['/manage/settings/customer-numbers/trial', '/manage/settings'],
      ['/manage/settings/products/1/versions/2/removal', '/manage/settings/products/1'],
      ['/manage/members/fatima/block', '/manage/members/fatima'],
    ]) {
      expect((await get('mira', url ?? '')).headers.location).toBe(to)
    }
  })

  test('a form without the token of the session changes nothing', async () => {
    expect((await send('/manage/settings/hue', { hue: '99' }, who('mira').cookies)).statusCode).toBe(403)
    expect((await brand()).hue).not.toBe(99)
  })
})
