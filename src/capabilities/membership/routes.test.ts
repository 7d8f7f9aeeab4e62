import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import type { Frame } from '#community/exchange.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { keptReadings } from '#platform/realtime/kept.ts'
import { Signals } from '#platform/realtime/signals.ts'
import { diskStorage } from '#platform/storage/storage.ts'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { askingOn, codeFor, joined, mailTo, testSite } from '#test/people.ts'
import { membership } from './index.ts'

const database = await testDatabase()
const signals = new Signals(database.pool)
const storage = diskStorage(`/tmp/onderling-test-files-${randomBytes(6).toString('hex')}`)
const kept = { kept: keptReadings(signals), pageCache: new PageCache(signals) }
const site = Object.assign(testSite(database), { signals, storage, ...kept })
const asking = askingOn(site)
const frame = {
  navigation: [],
  accountLinks: [],
  footerLinks: [],
  asset: (it: string) => `/${it}`,
  brandStylesheet: () => '/brand.css',
  onQuestionRead: [],
}
let server: FastifyInstance

beforeAll(async () => {
  await site.db.insertInto('brand').values({ name: 'Zonnewinde' }).execute()
  server = await buildServer(site, frame as Frame, [membership])
})
afterAll(() => server.close())

const get = (url: string, cookies = {}) => server.inject({ url, cookies })
const post = (url: string, fields: Record<string, string> | string, cookies = {}, headers = {}) =>
  server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  })

const sessionOf = async (handle: string) => {
  const answer = await post('/sign-in', { email: `${handle}@zonnewinde.example`, password: 'onderling-demo' })
  const [session] = answer.cookies
  const cookies = { [session?.name ?? '']: session?.value ?? '' }
  const page = await get('/account/sign-in', cookies)
  return { cookies, token: /name="_token" value="([\w-]+)"/.exec(page.body)?.[1] ?? '' }
}

describe('signing up', () => {
  test('a newcomer goes from address to code to name, back to the question, with a session', async () => {
    const asked = await post('/sign-up', { email: 'noor@zonnewinde.example', returnTo: '/questions/new' })
    expect(asked.statusCode).toBe(303)
    const at = asked.headers.location ?? ''
    const waiting = (await get(at)).body
    expect(waiting).toContain('name="code"')
    expect(waiting).toContain('De code ging naar <strong>noor@zonnewinde.example</strong>.')
    expect(waiting).toContain('<a href="/sign-up?returnTo=%2Fquestions%2Fnew">Ander adres of nieuwe code</a>')
    const [mail] = await mailTo(site, 'noor@zonnewinde.example')
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? ''
    const ticket = new URLSearchParams(at.split('?')[1]).get('ticket') ?? ''
    const proven = await post('/code', {
      ticket,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      returnTo: '/questions/new',
    })
    const named = proven.headers.location ?? ''
    expect((await get(named)).body).toContain('name="handle"')
    expect((await get(at)).body).not.toContain('noor@')
    const token = new URLSearchParams(named.split('?')[1]).get('token') ?? ''
    const form = { token, name: 'Noor', handle: '', password: '', returnTo: '/questions/new', role: 'administrator' }
    const done = await post('/sign-up/name', { ...form, staff_title: 'Baas', thanks_count: '999', id: '1' })
    expect(done.headers.location).toBe('/questions/new?said=welcome')
    expect(done.cookies[0]).toMatchObject({ name: 'onderling-session', httpOnly: true, sameSite: 'Lax', path: '/' })
    const noor = await site.db
      .selectFrom('members')
      .select(['handle', 'staff_title', 'thanks_count'])
      .where('handle', '=', 'noor')
      .executeTakeFirst()
    expect(noor).toEqual({ handle: 'noor', staff_title: null, thanks_count: 0 })
    expect(await site.db.selectFrom('member_roles').select('role').execute()).toEqual([])
  })

  test('the page offers nothing ticked, names the privacy page, and leaves no cookie', async () => {
    const page = await get('/sign-up?returnTo=/questions/new')
    expect(page.body).not.toMatch(/type="checkbox"|checked/)
    expect(page.body).toContain('href="/privacy"')
    expect(page.body).toContain('value="/questions/new"')
    expect(page.cookies).toEqual([])
  })

  test('only whoever was writing is told that their words are kept', async () => {
    for (const path of ['/sign-in', '/sign-up']) {
      const looking = await get(`${path}?returnTo=/questions/12`)
      const writing = await get(`${path}?returnTo=/questions/new`, { 'onderling-draft': 'A'.repeat(43) })
      expect(looking.body).toContain('terug waar je was')
      expect(looking.body).not.toContain('Wat je schreef')
      expect(writing.body).toContain('Wat je schreef, blijft staan')
    }
  })
})

describe('signing in', () => {
  test('wrong answers are the same bytes for a member and for nobody', async () => {
    await joined(asking, 'henk')
    const bodies = await Promise.all(
      ['henk', 'nobo'].map(async (who) => {
        const answer = await post('/sign-in', { email: `${who}@zonnewinde.example`, password: 'mis mis mis mis' })
        return [answer.statusCode, answer.body.replaceAll(who, 'who')]
      }),
    )
    expect(bodies[0]).toEqual(bodies[1])
    expect(bodies[0]?.[0]).toBe(422)
    const resets = ['henk', 'nobody'].map((who) => post('/forgotten-password', { email: `${who}@zonnewinde.example` }))
    const [known, unknown] = await Promise.all(resets)
    expect(known?.headers.location).toBe(unknown?.headers.location)
    expect(known?.body).toBe(unknown?.body)
  })

  test('one never goes back to another site', async () => {
    for (const returnTo of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/%5cevil',
    ]) {
      const answer = await post('/sign-in', { email: 'henk@zonnewinde.example', password: 'onderling-demo', returnTo })
      expect([returnTo, answer.headers.location]).toEqual([returnTo, returnTo === '/%5cevil' ? '/%5cevil' : '/'])
    }
  })

  test('a form from another site signs nobody in or out', async () => {
    const fields = { email: 'henk@zonnewinde.example', password: 'onderling-demo' }
    expect((await post('/sign-in', fields, {}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    const { cookies, token } = await sessionOf('henk')
    expect((await post('/sign-out', { _token: 'forged' }, cookies)).statusCode).toBe(403)
    expect((await get('/account', cookies)).statusCode).toBe(200)
    expect((await post('/sign-out', { _token: token }, cookies)).statusCode).toBe(303)
    expect((await get('/account', cookies)).statusCode).toBe(303)
  })

  test('signing in ends the session this browser had, so that a planted cookie is of no use', async () => {
    const { cookies, token } = await sessionOf('henk')
    await post('/sign-in', { email: 'henk@zonnewinde.example', password: 'onderling-demo', _token: token }, cookies)
    expect((await get('/account', cookies)).statusCode).toBe(303)
  })

  test('fields given twice or as objects are nobody’s', async () => {
    for (const body of [
      'email=a@x.example&email=b@x.example&password=x',
      'email[]=a@x.example&password[a]=b',
      '__proto__=x',
      '',
    ])
      expect((await post('/sign-in', body)).statusCode).toBe(422)
  })
})

describe('hostile input', () => {
  const texts = Object.entries(hostileStrings)

  test('no form of entering breaks on any of it', async () => {
    for (const [kind, text] of texts) {
      const all = {
        email: text,
        password: text,
        code: text,
        ticket: text,
        token: text,
        name: text,
        handle: text,
        returnTo: text,
      }
      for (const url of [
        '/sign-in',
        '/sign-in/code',
        '/sign-up',
        '/code',
        '/sign-up/name',
        '/forgotten-password',
        '/new-password',
        '/language',
      ])
        expect([kind, url, (await post(url, all)).statusCode < 500]).toEqual([kind, url, true])
    }
  })

  test('a profile keeps it or says what is wrong, and no page runs it', async () => {
    await joined(asking, 'mehmet')
    const { cookies, token } = await sessionOf('mehmet')
    for (const [kind, text] of texts) {
      const fields = { _token: token, name: text, about: text, interests: text, product: text, language: text }
      const answer = await post('/account', fields, cookies)
      expect([kind, [303, 422].includes(answer.statusCode)]).toEqual([kind, true])
      if (answer.statusCode === 422) continue
      expect((await get('/members/mehmet')).body).not.toContain('<script>alert')
    }
    const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    await post('/account', { _token: token, name: 'Mehmet', about: script, interests: '<b>zon</b>' }, cookies)
    const { body } = await get('/members/MEHMET')
    expect(body).toContain('&lt;script')
    expect(body).not.toContain('<img src=x')
  })

  test.each(['nobody', '%00', '%ed%a0%80', "';drop table members", 'a'.repeat(180), '..%2f..'])(
    'the member %s is not there',
    async (handle) => expect((await get(`/members/${handle}`)).statusCode).toBeGreaterThanOrEqual(400),
  )

  test('no address is shown to others', async () => {
    const { body } = await get('/members/mehmet')
    expect(body).not.toContain('@zonnewinde.example')
  })
})

describe('one’s own pages', () => {
  test('sessions are listed and ended, but only one’s own', async () => {
    await joined(asking, 'yara')
    const [here, there] = [await sessionOf('yara'), await sessionOf('yara')]
    const other = await sessionOf('mehmet')
    const ids = await site.db.selectFrom('auth_sessions').select('id').execute()
    for (const { id } of ids) await post('/account/sessions/end', { _token: other.token, session: id }, other.cookies)
    expect((await get('/account', there.cookies)).statusCode).toBe(200)
    await post('/account/sessions/end', { _token: here.token, session: 'others' }, here.cookies)
    expect((await get('/account', there.cookies)).statusCode).toBe(303)
    expect((await get('/account', here.cookies)).statusCode).toBe(200)
  })

  test('a picture becomes a square of our own, and what is no picture is refused', async () => {
    const { cookies, token } = await sessionOf('yara')
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c33' } })
      .png()
      .toBuffer()
    expect((await upload(png, token, cookies)).statusCode).toBe(303)
    const picture = await site.db
      .selectFrom('attachments')
      .select(['width', 'height', 'mime', 'purpose'])
      .executeTakeFirst()
    expect(picture).toEqual({ width: 256, height: 256, mime: 'image/webp', purpose: 'avatar' })
    expect((await get('/members/yara')).body).toMatch(/\/attachments\/\d+\/avatar/)
    const svg = await upload(Buffer.from('<svg onload="alert(1)"/>'), token, cookies)
    expect([svg.statusCode, svg.body.includes('SVG-bestanden nemen we niet aan')]).toEqual([422, true])
    expect(svg.body).toMatch(/role="alert"[^>]*>.*?href="#field-picture"/s)
    const heic = await upload(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), token, cookies)
    expect([heic.statusCode, heic.body.includes('Maak een schermafbeelding van de foto')]).toEqual([422, true])
    expect((await upload(Buffer.alloc(0), token, cookies)).body).toContain('Kies eerst een foto.')
    expect((await post('/account/avatar/removal', { _token: token }, cookies)).statusCode).toBe(303)
    expect((await get('/members/yara')).body).not.toContain('/avatar"')
  })

  test('a picture of oneself that was replaced or taken back is at no address any more', async () => {
    const { cookies, token } = await sessionOf('yara')
    const shown = async () =>
      (await site.db.selectFrom('attachments').select('id').where('purpose', '=', 'avatar').execute()).map(
        ({ id }) => id,
      )
    const ids: string[] = []
    for (const background of ['#3c3', '#33c']) {
      const png = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer()
      await upload(png, token, cookies)
      ids.push(/\/attachments\/(\d+)\/avatar/.exec((await get('/members/yara')).body)?.[1] ?? '')
    }
    expect(await shown()).toEqual([ids[1]])
    await post('/account/avatar/removal', { _token: token }, cookies)
    expect(await shown()).toEqual([])
  })

  test('a wrong present password stands beside its own field, and no two fields share a name for assistive software', async () => {
    await joined(asking, 'vera')
    const { cookies, token } = await sessionOf('vera')
    const form = { _token: token, current: 'mis', password: 'een heel nieuwe zin' }
    const answer = await post('/account/password', form, cookies)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('id="field-current-error"')
    const other = await post('/account/email', { _token: token, email: 'y2@x.example', emailPassword: 'mis' }, cookies)
    expect(other.body).toContain('id="field-emailPassword-error"')
    const ids = [...answer.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const changed = await post('/account/password', { ...form, current: 'onderling-demo' }, cookies)
    expect(changed.cookies[0]?.value).not.toBe(Object.values(cookies)[0])
    expect((await get('/account', cookies)).statusCode).toBe(303)
  })

  test('a blocked member reads why and changes nothing but how they sign in', async () => {
    await joined(asking, 'koen')
    await site.db
      .updateTable('members')
      .set({ blocked_at: new Date(), blocked_reason: 'Reclame' })
      .where('handle', '=', 'koen')
      .execute()
    const { cookies, token } = await sessionOf('koen')
    expect((await get('/account', cookies)).body).toContain('Reclame')
    expect((await post('/account', { _token: token, name: 'Nieuw' }, cookies)).statusCode).toBe(403)
    expect((await post('/account/sessions/end', { _token: token, session: 'others' }, cookies)).statusCode).toBe(303)
  })

  test('to members the form of moderators does not exist', async () => {
    const { cookies, token } = await sessionOf('yara')
    expect((await get('/members/mehmet', cookies)).body).not.toContain('/block')
    expect(
      (await post('/members/mehmet/block', { _token: token, reason: 'x', act: 'block' }, cookies)).statusCode,
    ).toBe(404)
  })

  test('a visitor’s choice of language is a cookie, a member’s is kept', async () => {
    const chosen = await post('/language', { language: 'en', back: '/questions?page=2' })
    expect(chosen.headers.location).toBe('/questions?page=2')
    expect(chosen.cookies[0]).toMatchObject({ name: 'onderling-language', value: 'en' })
    expect((await post('/language', { language: 'constructor', back: '//x' })).headers.location).toBe('/')
    const { cookies, token } = await sessionOf('yara')
    expect((await post('/language', { _token: token, language: 'en', back: '/' }, cookies)).cookies).toEqual([])
    expect((await get('/account', cookies)).body).toContain('Your account')
  })

  test('codes in mails work through the page', async () => {
    const { ticket, code } = await codeFor(asking, 'yara@zonnewinde.example')
    const wrong = await post('/code', { ticket, code: '000000' })
    expect([wrong.statusCode, wrong.body.includes('aria-invalid="true"')]).toEqual([422, true])
    expect((await post('/code', { ticket, code })).headers.location).toBe('/')
  })
})

test('the API tells of a member what the profile tells, and of nobody nothing', async () => {
  const answer = await get('/api/v1/members/Mehmet')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ handle: 'mehmet', name: 'Mehmet', staffTitle: null, questionCount: 0 })
  expect(answer.body).not.toContain('@zonnewinde.example')
  for (const handle of ['nobody', '%00', 'a'.repeat(60)])
    expect((await get(`/api/v1/members/${handle}`)).statusCode).toBe(404)
})

test('the setup page is gone once there are members', async () => {
  expect((await get('/setup')).statusCode).toBe(404)
  expect((await post('/setup', { code: 'x' })).statusCode).toBe(404)
})

function upload(bytes: Buffer, token: string, cookies: Record<string, string>) {
  const edge = 'edge-of-a-part'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="_token"\r\n\r\n${token}\r\n--${edge}\r\ncontent-disposition: form-data; name="picture"; filename="../../etc/passwd.png"\r\ncontent-type: image/png\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}`, 'sec-fetch-site': 'same-origin' }
  return server.inject({ method: 'POST', url: '/account/avatar', cookies, headers, payload })
}
