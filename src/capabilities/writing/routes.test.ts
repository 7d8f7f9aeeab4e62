import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { claimPictures } from '#community/attachments/queries.ts'
import { formTokenFor } from '#platform/http/form-token.ts'
import { diskStorage } from '#platform/storage/storage.ts'
import { testDatabase } from '#test/database.ts'
import { type Person, person, testHouse } from '#test/house.ts'
import { writing } from './index.ts'
import { removeLeftFiles, removeUnclaimedPictures } from './sweeping.ts'

const database = await testDatabase()
const { site, server } = await testHouse(database, [writing])
const { db } = site
const dir = mkdtempSync(join(tmpdir(), 'pictures-'))
Object.assign(site, { storage: diskStorage(dir) })
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const fatima = await person(site, 'fatima')
const henk = await person(site, 'henk')
const sam = await person(site, 'sam', { roles: ['moderator'] })
await person(site, 'henriette', { blocked: true })

type Who = Person | null | { cookies: Record<string, string> }

const tokenOf = (who: Who) =>
  who && 'sessionId' in who ? { 'x-form-token': formTokenFor(site.secret('forms'), who.sessionId) } : {}

const get = (url: string, who: Who = null, headers: Record<string, string> = {}) =>
  server.inject({ url, cookies: who?.cookies, headers })

const post = (url: string, who: Who, payload: object) =>
  server.inject({ method: 'POST', url, cookies: who?.cookies, headers: tokenOf(who), payload })

function upload(who: Who, bytes: Buffer, name = 'Foto van de ketel.PNG', token = tokenOf(who)) {
  const edge = '----edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  return server.inject({
    method: 'POST',
    url: '/attachments',
    cookies: who?.cookies,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...token },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}

const png = (colour: string) =>
  sharp({ create: { width: 80, height: 60, channels: 3, background: colour } })
    .png()
    .toBuffer()

async function questionIn(
  access: 'everyone' | 'members' | 'listed',
  authorId: string,
  hidden = false,
): Promise<string> {
  const slug = `board-${Math.random().toString(36).slice(2)}`
  const board = await db
    .insertInto('boards')
    .values({ slug, name: slug, access } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const words = { title: 'Ketel', slug: 'ketel', body: 'x', html: 'x' }
  const { id } = await db
    .insertInto('questions')
    .values({ ...words, board_id: board.id, author_id: authorId, hidden_at: hidden ? new Date() : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function pictureIn(questionId: string | null, colour: string) {
  const { id, url } = (await upload(fatima, await png(colour))).json() as { id: string; url: string }
  if (questionId) await claimPictures(db, fatima.id, [id], { kind: 'question', id: questionId, questionId })
  return { id, url }
}

describe('seeing beforehand what a text becomes', () => {
  it('shows somebody the text as it will be stored, with details masked', async () => {
    const answer = await post('/text/preview', null, { text: '**Bel** mij op 06-12345678 <script>x</script>' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('<strong>Bel</strong>')
    expect(answer.body).not.toContain('12345678')
    expect(answer.body).not.toContain('<script>')
    expect(answer.body).toContain('onleesbaar gemaakt')
  })

  it('leaves what the author says is theirs', async () => {
    const answer = await post('/text/preview', fatima, { text: 'Bel 06-12345678', keep: ['06-12345678'] })
    expect(answer.body).toContain('06-12345678')
  })

  it('shows a page of its own to who has no scripts', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/text/preview',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ title: 'Ketel', body: '- een\n- twee', of: 'body' }).toString(),
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toMatch(/^<!doctype html>/)
    expect(answer.body).toContain('<li>een</li>')
  })

  it('refuses what is no text, without an error', async () => {
    for (const body of [{}, { text: ['a', 'b'] }, { text: {} }, { text: 'x'.repeat(70_000) }, { of: '__proto__' }]) {
      expect((await post('/text/preview', null, body)).statusCode).toBe(422)
      expect((await post('/text/check', null, body)).statusCode).toBe(422)
    }
  })

  it('names each personal detail once', async () => {
    const answer = await post('/text/check', null, { text: 'a@b.nl en 06-12345678 en a@b.nl' })
    const { details } = answer.json() as { details: { kind: string; text: string }[] }
    expect(details.map(({ kind, text }) => [kind, text])).toEqual([
      ['email', 'a@b.nl'],
      ['phone', '06-12345678'],
    ])
  })

  it('believes no form from elsewhere', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await server.inject({ method: 'POST', url: '/text/preview', headers, payload: { text: 'x' } })
    expect(answer.statusCode).toBe(403)
  })
})

describe('calling somebody by name', () => {
  it('offers members by handle and by name, with nothing private', async () => {
    const answer = await get('/members/suggestions?q=hen', fatima)
    expect(answer.json()).toEqual({ members: [{ handle: 'henk', name: 'henk', title: '', avatar: null }] })
  })

  it('asks visitors to sign in, and takes any words', async () => {
    expect((await get('/members/suggestions?q=hen')).statusCode).toBe(303)
    for (const words of ['%25', '_', '%00', 'q%5B%5D=x', '&q=a&q=b', encodeURIComponent("'; --")]) {
      const answer = await get(`/members/suggestions?q=${words}`, fatima)
      expect(answer.json()).toEqual({ members: [] })
    }
  })
})

describe('a draft', () => {
  const fields = { title: 'Ketel', body: 'Hij lekt **erg**' }

  it('of a member comes back to that member only', async () => {
    expect((await post('/drafts', fatima, { place: 'question', fields })).statusCode).toBe(200)
    expect((await get('/drafts?place=question', fatima)).json().draft.fields).toEqual(fields)
    for (const other of [henk, sam, null])
      expect((await get('/drafts?place=question', other)).json()).toEqual({ draft: null })
    await post('/drafts/removal', henk, { place: 'question' })
    expect((await get('/drafts?place=question', fatima)).json().draft.fields).toEqual(fields)
  })

  it('of a visitor is kept under a hash of their cookie', async () => {
    const saved = await post('/drafts', null, { place: 'question', fields })
    const [cookie] = saved.cookies as {
      name: string
      value: string
      httpOnly: boolean
      sameSite: string
      maxAge: number
    }[]
    expect(cookie).toMatchObject({ name: 'onderling-draft', httpOnly: true, sameSite: 'Lax', maxAge: 30 * 86_400 })
    const visitor = { cookies: { 'onderling-draft': String(cookie?.value) } }
    expect((await get('/drafts?place=question', visitor)).json().draft.fields).toEqual(fields)
    const kept = await db.selectFrom('drafts').select('visitor_hash').where('visitor_hash', 'is not', null).execute()
    expect(JSON.stringify(kept)).not.toContain(String(cookie?.value))
    const forged = { cookies: { 'onderling-draft': String(kept[0]?.visitor_hash) } }
    expect((await get('/drafts?place=question', forged)).json()).toEqual({ draft: null })
  })

  it('is thrown away by its owner', async () => {
    await post('/drafts', fatima, { place: 'answer:12', fields: { body: 'x' } })
    await post('/drafts/removal', fatima, { place: 'answer:12' })
    expect((await get('/drafts?place=answer:12', fatima)).json()).toEqual({ draft: null })
  })

  it('that is too large or has strange fields is refused', async () => {
    const wrong: object[] = [
      { place: 'question', fields: { body: 'x'.repeat(70_000) } },
      { place: 'question', fields: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, 'x'])) },
      {
        place: 'question',
        fields: { a: 'x'.repeat(65_000), b: 'x'.repeat(65_000), c: 'x'.repeat(65_000), d: 'x'.repeat(65_000) },
      },
      { place: 'question', fields: { body: { nested: true } } },
      { place: 'question', fields: { 'no name': 'x' } },
      { place: ['question', 'answer:1'], fields: {} },
      { place: '../x', fields: {} },
      { fields: {} },
    ]
    for (const body of wrong) expect((await post('/drafts', fatima, body)).statusCode).toBe(422)
  })

  it('keeps what people type, without what cannot be stored', async () => {
    await post('/drafts', fatima, { place: 'odd', fields: { body: 'a\u0000b\ud800c ’é 👩‍🔧' } })
    expect((await get('/drafts?place=odd', fatima)).json().draft.fields).toEqual({ body: 'abc ’é 👩‍🔧' })
  })
})

describe('a picture', () => {
  it('is made anew and seen by its owner alone until it stands in a text', async () => {
    const answer = await upload(fatima, await png('red'))
    expect(answer.statusCode).toBe(201)
    const { id, url, width, height, markdown } = answer.json()
    expect(url).toBe(`/attachments/${id}/foto-van-de-ketel-80x60.webp`)
    expect([width, height, markdown]).toEqual([80, 60, `![](${url})`])
    const own = await get(url, fatima)
    expect(own.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const unknown = await get('/attachments/999999/foto-80x60.webp', henk)
    for (const other of [henk, sam, null]) expect((await get(url, other)).statusCode).toBe(404)
    expect(withoutAddress((await get(url, henk)).body)).toBe(withoutAddress(unknown.body))
  })

  it('in a public question is seen and kept by everybody', async () => {
    const { url } = await pictureIn(await questionIn('everyone', fatima.id), 'green')
    const seen = await get(url)
    expect(seen.headers['cache-control']).toBe('public, max-age=3600, immutable')
    expect((await get(url, null, { 'if-none-match': String(seen.headers.etag) })).statusCode).toBe(304)
  })

  it('in a closed board or a hidden question is seen by nobody else', async () => {
    const forMembers = await pictureIn(await questionIn('members', fatima.id), 'blue')
    const listed = await pictureIn(await questionIn('listed', fatima.id), 'navy')
    const hidden = await pictureIn(await questionIn('everyone', fatima.id, true), 'pink')
    expect((await get(forMembers.url)).statusCode).toBe(404)
    expect((await get(forMembers.url, henk)).headers['cache-control']).toBe('private, no-store')
    for (const { url } of [listed, hidden]) {
      for (const other of [null, henk]) expect((await get(url, other)).statusCode).toBe(404)
      expect((await get(url, sam)).statusCode).toBe(200)
      expect((await get(url, fatima)).headers['cache-control']).toBe('private, no-store')
    }
  })

  it('is described by its owner alone', async () => {
    const { id } = await pictureIn(null, 'gold')
    expect((await post(`/attachments/${id}/alt`, henk, { alt: 'Niet van mij' })).statusCode).toBe(404)
    expect((await post(`/attachments/${id}/alt`, fatima, { alt: 'De ketel' })).json()).toEqual({ alt: 'De ketel' })
    expect((await post(`/attachments/${id}/alt`, fatima, { alt: 'x'.repeat(500) })).statusCode).toBe(422)
  })

  it('that is no picture is refused in words', async () => {
    const svg = await upload(
      fatima,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    )
    expect(svg.statusCode).toBe(422)
    expect(svg.json().problem).toContain('SVG')
    expect((await upload(fatima, Buffer.from('<html>'))).statusCode).toBe(422)
    const heic = await upload(fatima, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))
    expect([heic.statusCode, heic.json().problem]).toEqual([422, expect.stringContaining('Maak een schermafbeelding')])
    expect((await upload(fatima, Buffer.alloc(0))).statusCode).toBe(422)
  })

  it('of a visitor or without the token is not taken', async () => {
    expect((await upload(null, await png('red'))).statusCode).toBe(303)
    expect((await upload(fatima, await png('red'), 'a.png', {})).statusCode).toBe(403)
  })

  it('never chosen for a text goes after a day, with its file when nothing else shows the same', async () => {
    const alone = await pictureIn(null, 'teal')
    const inDraft = await pictureIn(null, 'lime')
    const twin = await pictureIn(null, 'plum')
    const claimedTwin = await pictureIn(await questionIn('everyone', fatima.id), 'plum')
    const fresh = await pictureIn(null, 'cyan')
    const old = [alone, inDraft, twin, claimedTwin].map(({ id }) => id)
    await db
      .updateTable('attachments')
      .set({ created_at: new Date(Date.now() - 90_000_000) })
      .where('id', 'in', old)
      .execute()
    await post('/drafts', fatima, { place: 'question', fields: { body: `![](${inDraft.url})` } })
    await removeUnclaimedPictures(site)
    expect((await get(alone.url, fatima)).statusCode).toBe(404)
    expect((await get(twin.url, fatima)).statusCode).toBe(404)
    for (const { url } of [inDraft, claimedTwin, fresh]) expect((await get(url, fatima)).statusCode).toBe(200)
  })

  it('whose upload was cut off between file and row leaves no file for longer than a day', async () => {
    const shown = await pictureIn(await questionIn('everyone', fatima.id), 'navy')
    const left = await site.storage.write(Buffer.from('alleen het bestand'))
    const at = (moment: number) => removeLeftFiles({ ...site, now: () => new Date(moment) })
    await at(Date.now() + 23 * 3_600_000)
    expect(await site.storage.exists(left)).toBe(true)
    await at(Date.now() + 25 * 3_600_000)
    expect(await site.storage.exists(left)).toBe(false)
    expect((await get(shown.url, fatima)).statusCode).toBe(200)
  })

  it('of another community, with whose files this one was started, is left alone', async () => {
    const other = await site.storage.write(Buffer.from('van een ander'))
    const { founded_at } = await db.selectFrom('brand').select('founded_at').executeTakeFirstOrThrow()
    const founded = (when: Date) => db.updateTable('brand').set({ founded_at: when }).execute()
    await founded(new Date(Date.now() + 60_000))
    await removeLeftFiles({ ...site, now: () => new Date(Date.now() + 90_000_000) })
    expect(await site.storage.exists(other)).toBe(true)
    await founded(founded_at)
  })

  it('is not found under an id that is none', async () => {
    for (const id of ['0', '-1', '1abc', '99999999999999999999', '%00', '1e3']) {
      expect((await get(`/attachments/${id}/x.webp`, fatima)).statusCode).toBe(404)
    }
  })
})

const withoutAddress = (html: string) => html.replaceAll(/attachments[^"'<\s]*/g, '')
