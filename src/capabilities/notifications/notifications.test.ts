import { beforeEach, describe, expect, it } from 'vitest'
import type { Activity } from '#community/activity/activity.ts'
import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import type { NoticeKind, Telling } from '#community/notices/notice-kind.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { type Person, person, testHouse } from '#test/house.ts'
import { mailTo } from '#test/people.ts'
import { notifications } from './index.ts'
import { mailStillWanted } from './mailing.ts'

const listeners: Record<string, string[]> = {}

function aKind(kind: string, options: Partial<NoticeKind>): NoticeKind {
  return {
    kind,
    label: 'notifications.title' as MessageKey,
    mailByDefault: true,
    bundled: true,
    hears: [`${kind}.given`],
    tellings: async (_db, news) => news.map((activity) => (listeners[kind] ?? []).map((id) => telling(id, activity))),
    words: (_t, { count, questionTitle, questionId, actorName }) => ({
      line: `${count} ${kind} van ${actorName} bij ${questionTitle}`,
      why: `Omdat je ${questionTitle} volgt.`,
      path: `/questions/${questionId}`,
      invitation: 'Bekijk',
    }),
    ...options,
  }
}

const telling = (memberId: string, { subjectKind, subjectId, questionId, actorId }: Activity): Telling => ({
  memberId,
  happening: `${subjectKind}:${subjectId}`,
  questionId: questionId as string,
  answerId: subjectKind === 'answer' ? subjectId : null,
  actorId,
})

const kinds = [
  aKind('mention', { hears: ['answer.given'], bundled: false }),
  aKind('answer', {}),
  aKind('thanks', { mailByDefault: false }),
]
const database = await testDatabase()
const { site, server, settle } = await testHouse(database, [notifications([{ name: 'talk', notices: kinds }])])
const { db } = site
const henk = await person(site, 'henk')
const noor = await person(site, 'noor')
const fatima = await person(site, 'fatima')
const sam = await person(site, 'sam', { roles: ['moderator'] })

const board = async (access: string) =>
  (
    await db
      .insertInto('boards')
      .values({ slug: `b${Math.random()}`.replace('0.', ''), name: 'Warmte', access })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

let question: string

async function ask(author: Person, boardId: string, title = 'Boiler lekt'): Promise<string> {
  const values = { board_id: boardId, author_id: author.id, title, slug: 'boiler', body: 'x', html: '<p>x</p>' }
  return (await db.insertInto('questions').values(values).returning('id').executeTakeFirstOrThrow()).id
}

async function answer(
  author: Person,
  questionId = question,
  kind = 'answer.given',
  origin: 'lived' | 'imported' = 'lived',
) {
  const html = '<p>Draai de <strong>kraan</strong> dicht.</p>'
  const values = { question_id: questionId, author_id: author.id, body: 'x', html }
  const { id } = await db.insertInto('answers').values(values).returning('id').executeTakeFirstOrThrow()
  const happening = { kind, actorId: author.id, subjectKind: 'answer', subjectId: id, questionId, origin }
  await deed(site, (trx) => record(trx, happening))
  return id
}

const get = (url: string, who?: Person, headers = {}) => server.inject({ url, cookies: who?.cookies, headers })
const post = (
  url: string,
  who?: Person,
  payload = '',
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) =>
  server.inject({
    method: 'POST',
    url,
    cookies: who?.cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  })
const tokenOn = (html: string) => /name="_token" value="([\w-]+)"/.exec(html)?.[1] ?? ''
const unread = async (who: Person) =>
  (await db.selectFrom('members').select('unread_notice_count as n').where('id', '=', who.id).executeTakeFirst())?.n

beforeEach(async () => {
  for (const table of ['notices', 'notice_preferences', 'outgoing_mails'] as const) await db.deleteFrom(table).execute()
  await db.updateTable('members').set({ unread_notice_count: 0 }).execute()
  await database.pool.query('delete from graphile_worker._private_jobs')
  for (const kind of Object.keys(listeners)) delete listeners[kind]
  question = await ask(henk, await board('everyone'))
})

describe('a member', () => {
  it('is told once of one happening, however many reasons there are, and not of what they did', async () => {
    listeners.mention = [henk.id]
    listeners.answer = [henk.id, henk.id, noor.id]
    await answer(noor)
    await settle()
    const told = await db.selectFrom('notices').select(['member_id', 'kind']).execute()
    expect(told).toEqual([{ member_id: henk.id, kind: 'mention' }])
    expect(await unread(henk)).toBe(1)
  })

  it('reads several answers as one line, and gets one mail at once and one for what follows', async () => {
    listeners.answer = [henk.id]
    await answer(noor)
    await settle()
    await answer(fatima)
    await answer(sam)
    await settle()
    const page = (await get('/notices', henk)).body
    expect(page).toContain('3 answer van sam bij Boiler lekt')
    expect(page.match(/id="notice-/g)).toHaveLength(1)
    expect(await mailTo(site, 'henk@zonnewinde.example')).toHaveLength(1)
    await database.pool.query(`update graphile_worker._private_jobs set run_at = now()`)
    await settle()
    const [latest, first, ...more] = await mailTo(site, 'henk@zonnewinde.example')
    expect(more).toEqual([])
    expect(first?.subject).toBe('1 answer van noor bij Boiler lekt')
    expect(latest?.subject).toBe('2 answer van sam bij Boiler lekt')
    expect(latest?.text).toContain('> Draai de kraan dicht.')
    expect(latest?.text).toContain('Omdat je Boiler lekt volgt.')
  })

  it('finds the mail about one question together, as one conversation', async () => {
    listeners.answer = [henk.id]
    listeners.mention = [henk.id]
    await answer(noor)
    const other = await ask(henk, await board('everyone'))
    await answer(sam, other)
    await settle()
    const mails = await db.selectFrom('outgoing_mails').select('headers').orderBy('id').execute()
    const threads = mails.map(({ headers }) => headers as Record<string, string>)
    expect(threads.map((one) => one.References)).toEqual([
      `<question-${question}@localhost>`,
      `<question-${other}@localhost>`,
    ])
    expect(threads.map((one) => one['In-Reply-To'])).toEqual(threads.map((one) => one.References))
  })

  it('hears nothing of what was imported', async () => {
    listeners.answer = [henk.id]
    await answer(noor, question, 'answer.given', 'imported')
    await settle()
    expect(await db.selectFrom('notices').select('id').execute()).toEqual([])
  })

  it('gets no mail about a kind they switched off, or that is off by itself, or that they read on the site', async () => {
    await answer(noor)
    await settle()
    listeners.answer = [noor.id]
    listeners.thanks = [henk.id]
    const settings = (await get('/account/notices', noor)).body
    expect(settings).toMatch(/value="answer"[^>]*checked/)
    const saved = await post('/account/notices', noor, `_token=${tokenOn(settings)}&mail=thanks&mail=mention`)
    expect(saved.headers.location).toBe('/account/notices?said=saved')
    await answer(fatima)
    await answer(fatima, question, 'thanks.given')
    await settle()
    expect(await db.selectFrom('notices').select('kind').orderBy('kind').execute()).toHaveLength(2)
    expect(await db.selectFrom('outgoing_mails').select('id').execute()).toEqual([])
  })

  it('marks a line as read by following it, and all at once with a button; looking ahead marks nothing', async () => {
    listeners.answer = [henk.id]
    await answer(noor)
    await answer(fatima)
    await settle()
    const [, path = ''] = /href="(\/notices\/\d+)"/.exec((await get('/notices', henk)).body) ?? []
    await get(path, henk, { 'x-sec-purpose': 'prefetch' })
    expect(await unread(henk)).toBe(2)
    expect((await get(path, henk)).headers.location).toBe(`/questions/${question}`)
    expect(await unread(henk)).toBe(0)
    await answer(sam)
    await settle()
    expect((await get('/notices/bell', henk)).body).toContain('data-live-count="1"')
    await post('/notices/all-read', henk, `_token=${tokenOn((await get('/notices', henk)).body)}`)
    expect(await unread(henk)).toBe(0)
    expect((await get('/notices/bell', henk)).body).not.toContain('bell-count')
  })

  it('cannot open or mark the notice of somebody else', async () => {
    listeners.answer = [henk.id]
    await answer(noor)
    await settle()
    const { id } = await db.selectFrom('notices').select('id').executeTakeFirstOrThrow()
    const theirs = await get(`/notices/${id}`, noor)
    const unknown = await get('/notices/999999', noor)
    expect([theirs.statusCode, unknown.statusCode]).toEqual([404, 404])
    for (const odd of ['0', '-1', '1abc', '9'.repeat(30), '%00']) {
      expect((await get(`/notices/${odd}`, henk)).statusCode).toBe(404)
    }
    expect(await unread(henk)).toBe(1)
  })

  it('who is not signed in is asked to', async () => {
    expect((await get('/notices')).headers.location).toBe('/sign-in?returnTo=%2Fnotices')
  })
})

describe('what a member may not see', () => {
  it('is not told to them', async () => {
    const secret = await ask(sam, await board('listed'), 'MARKEERWOORD')
    listeners.answer = [henk.id, sam.id]
    await answer(noor, secret)
    await settle()
    expect(await db.selectFrom('notices').select('member_id').execute()).toEqual([{ member_id: sam.id }])
    expect(await mailTo(site, 'henk@zonnewinde.example')).toEqual([])
  })

  it('stands no more in their notices, counts or mail once they were put off the board', async () => {
    const listed = await board('listed')
    const secret = await ask(sam, listed, 'MARKEERWOORD')
    await db.insertInto('board_members').values({ board_id: listed, member_id: henk.id }).execute()
    listeners.answer = [henk.id]
    await answer(noor, secret)
    await settle()
    await answer(noor, secret)
    await settle()
    expect((await get('/notices', henk)).body).toContain('MARKEERWOORD')
    const { id } = await db.selectFrom('notices').select('id').executeTakeFirstOrThrow()
    await db.deleteFrom('board_members').execute()
    await database.pool.query(`update graphile_worker._private_jobs set run_at = now()`)
    await settle()
    expect((await get('/notices', henk)).body).not.toContain('MARKEERWOORD')
    expect((await get(`/notices/${id}`, henk)).statusCode).toBe(404)
    expect(await mailTo(site, 'henk@zonnewinde.example')).toHaveLength(1)
  })

  it('because it was hidden disappears for others, while its author is still told why', async () => {
    listeners.answer = [noor.id, henk.id]
    await answer(fatima)
    await settle()
    await db.updateTable('questions').set({ hidden_at: new Date() }).where('id', '=', question).execute()
    listeners.answer = [noor.id, henk.id]
    await answer(sam)
    await settle()
    expect((await get('/notices', noor)).body).not.toContain('Boiler lekt')
    expect((await get('/notices', henk)).body).toContain('2 answer van sam bij Boiler lekt')
  })
})

describe('the link that stops a mail', () => {
  async function stopPath() {
    listeners.answer = [henk.id]
    await answer(noor)
    await settle()
    const mail = await db.selectFrom('outgoing_mails').select(['headers', 'text_body']).executeTakeFirstOrThrow()
    const headers = mail.headers as Record<string, string>
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const address = headers['List-Unsubscribe']?.slice(1, -1) ?? ''
    expect(mail.text_body).toContain(address)
    return new URL(address).pathname
  }
  const preference = async () =>
    (await db.selectFrom('notice_preferences').select('mail').where('member_id', '=', henk.id).executeTakeFirst())?.mail

  it('shows a button, and changes nothing by being looked at', async () => {
    const path = await stopPath()
    const page = await get(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`action="${path}"`)
    expect(await preference()).toBeUndefined()
  })

  it('works for a mail program without cookie, Origin or token, and can be undone', async () => {
    const path = await stopPath()
    const other = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
    expect((await post(path, undefined, 'List-Unsubscribe=One-Click', other)).statusCode).toBe(200)
    expect(await preference()).toBe('off')
    await answer(fatima)
    await database.pool.query(`update graphile_worker._private_jobs set run_at = now()`)
    await settle()
    expect(await mailTo(site, 'henk@zonnewinde.example')).toHaveLength(1)
    const wanted = mailStillWanted(kinds)
    expect(await wanted(db, { kind: 'notice:answer', memberId: henk.id })).toBe(false)
    expect(await wanted(db, { kind: 'membership-code', memberId: null })).toBe(true)
    expect((await post(`${path}/undo`)).statusCode).toBe(200)
    expect(await preference()).toBe('on')
  })

  it('does nothing when it was made up', async () => {
    const path = await stopPath()
    const forged = Buffer.from(`${noor.id}:answer`).toString('base64url')
    for (const bad of [
      `${path}x`,
      `/unsubscribe/${forged}.${path.split('.')[1]}`,
      '/unsubscribe/a',
      '/unsubscribe/%00',
    ]) {
      expect((await post(bad)).statusCode).toBe(404)
      expect((await get(bad)).statusCode).toBe(404)
    }
    expect(await db.selectFrom('notice_preferences').select('kind').execute()).toEqual([])
  })
})

describe('hostile text', () => {
  it('breaks neither the page of notices nor a mail', async () => {
    listeners.answer = [henk.id]
    for (const hostile of Object.values(hostileStrings)) {
      const title = hostile.replaceAll('\0', '').slice(0, 200).toWellFormed() || 'x'
      await answer(noor, await ask(henk, await board('everyone'), title))
    }
    await settle()
    expect((await get('/notices', henk)).statusCode).toBe(200)
    for (const mail of await mailTo(site, 'henk@zonnewinde.example')) {
      expect(mail.html).not.toMatch(/<(script|img|svg|iframe|object|embed)\b/i)
      expect(mail.subject).not.toMatch(/[\r\n]/)
    }
  })
})

describe('the mail of the demo', () => {
  it('is shown as text and in a frame with its own policy', async () => {
    listeners.answer = [henk.id]
    await answer(noor)
    await settle()
    const [, path = ''] = /href="(\/dev\/mail\/\d+)"/.exec((await get('/dev/mail')).body) ?? []
    expect((await get(path)).body).toContain('Omdat je Boiler lekt volgt.')
    const html = await get(`${path}/html`)
    expect(html.headers['content-security-policy']).toContain("default-src 'none'")
    expect(html.body).toContain('role="presentation"')
  })

  it('does not exist anywhere else', async () => {
    Object.assign(site.config, { demo: false })
    expect((await get('/dev/mail')).statusCode).toBe(404)
    Object.assign(site.config, { demo: true })
  })
})
