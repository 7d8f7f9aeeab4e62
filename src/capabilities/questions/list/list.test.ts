import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { questionStates } from '#community/states/states.ts'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'
import { sitemap } from '../sitemap.ts'

const { house, db, write, fatima, henk, sam } = await questionHouse()
const ids: Record<string, string> = {}

const titlesOn = (html: string) =>
  [...html.matchAll(/class="entry-title"[^>]*><a href="\/questions\/\d+\/([^"]+)"/g)].map((match) => match[1] ?? '')
const listed = async (query: string, one: { get: Member['get'] } = house.visitor()) =>
  titlesOn((await one.get(`/questions${query}`)).text)

beforeAll(async () => {
  await write.board('zon')
  await write.board('leden', { access: 'members' })
  await write.product('aero', 'ZW-Aero')
  const ask = async (title: string, by: Member, board: string, more = {}) => {
    ids[title] = await write.question(by, { title, board, ...more })
  }
  await ask('nieuw', fatima, 'warmte', { tags: 'cv, Ketel' })
  await ask('beantwoord', fatima, 'warmte', { product: 'aero' })
  await ask('opgelost', henk, 'zon', { tags: 'cv' })
  await ask('geheim', henk, 'leden')
  await ask('weg', henk, 'zon')
  await sql`update questions set created_at = now() - interval '400 days' where id = ${ids.nieuw}`.execute(db)
  await write.answer(henk, ids.beantwoord ?? '', 'Antwoord')
  const answerId = await write.answer(fatima, ids.opgelost ?? '', 'Antwoord')
  await write.does(henk, `/questions/${ids.opgelost}/acceptance`, { answerId })
  await write.decide(sam, ids.weg ?? '', 'hide')
})

describe('the list of questions', () => {
  it.each([
    ['', ['opgelost', 'beantwoord', 'nieuw']],
    ['?sort=new', ['opgelost', 'beantwoord', 'nieuw']],
    ['?view=unanswered', ['nieuw']],
    ['?view=unsolved', ['beantwoord', 'nieuw']],
    ['?view=solved', ['opgelost']],
    ['?board=warmte', ['beantwoord', 'nieuw']],
    ['?board=leden', []],
    ['?board=nergens', []],
    ['?product=aero', ['beantwoord']],
    ['?tag=cv', ['opgelost', 'nieuw']],
    ['?tag=ketel', ['nieuw']],
    ['?state=confirmed', ['opgelost']],
    ['?state=confirmed&board=warmte', []],
    ['?age=365', ['opgelost', 'beantwoord']],
    ['?age=30&product=&state=&sort=', ['opgelost', 'beantwoord']],
    ['?view=onzin&sort=onzin&state=onzin&after=onzin', ['opgelost', 'beantwoord', 'nieuw']],
  ])('"%s" holds what its address says', async (query, titles) => {
    expect(await listed(query)).toEqual(titles)
  })

  it.each([
    ['?view=mine', ['beantwoord', 'nieuw']],
    ['?view=followed', ['opgelost', 'beantwoord', 'nieuw']],
    ['', ['opgelost', 'beantwoord', 'geheim', 'nieuw']],
  ])('of a member "%s" holds what is theirs', async (query, titles) => {
    expect(await listed(query, fatima)).toEqual(titles)
  })

  it.each([
    ['?tag=ketel', 'Vragen over ketel'],
    ['?product=aero', 'Vragen over ZW-Aero'],
    ['?product=aero&board=warmte', 'warmte'],
    ['?tag=nergens', 'Vragen'],
    ['?product=nergens', 'Vragen'],
  ])('"%s" says above it what the questions are about', async (query, heading) => {
    const { text } = await house.visitor().get(`/questions${query}`)
    expect(wordsOf(/<h1[^>]*>(.*?)<\/h1>/.exec(text)?.[1] ?? '').trim()).toBe(heading)
  })

  it('that holds nothing because of what was chosen offers to let go of it, and keeps the rest', async () => {
    const empty = async (query: string) =>
      (await house.visitor().get(`/questions${query}`)).text.split('class="empty"')[1]
    const narrowed = await empty('?board=warmte&view=unanswered&state=outdated&age=30')
    expect(narrowed).toContain('Geen vraag past bij wat je koos')
    expect(narrowed).toContain('href="/questions?view=unanswered&amp;board=warmte"')
    expect(await empty('?board=nergens')).toContain('href="/questions"')
  })

  it('knows every state', async () => {
    for (const state of questionStates) expect(Array.isArray(await listed(`?state=${state}`))).toBe(true)
  })

  it('asks a visitor to sign in for what is theirs', async () => {
    for (const view of ['mine', 'followed']) {
      const { status, location } = await house.visitor().get(`/questions?view=${view}`)
      expect([status, location]).toEqual([303, `/sign-in?returnTo=%2Fquestions%3Fview%3D${view}`])
    }
  })

  it('offers feeds: of the board too, where everybody may read it', async () => {
    const feeds = async (query: string) =>
      [...(await fatima.get(`/questions${query}`)).text.matchAll(/href="(\/feeds[^"]+)"/g)].map((match) => match[1])
    expect(await feeds('?board=warmte')).toEqual(['/feeds/questions.atom?board=warmte', '/feeds/questions.atom'])
    expect(await feeds('?board=leden')).toEqual(['/feeds/questions.atom'])
    const feed = await house.visitor().get('/feeds/questions.atom?board=warmte')
    expect([feed.text.includes('nieuw'), feed.text.includes('opgelost')]).toEqual([true, false])
    expect((await house.visitor().get(`/feeds/questions/${ids.opgelost}.atom`)).text).toContain('Antwoord')
    for (const gone of [`/feeds/questions/${ids.geheim}.atom`, '/feeds/questions.atom?board=leden']) {
      expect((await house.visitor().get(gone)).status).toBe(404)
    }
  })

  it('goes on where it ended, each question once', async () => {
    const { db: other, write: many, noor } = await questionHouse()
    await many.question(noor, { title: 'eerste', board: 'warmte' })
    await sql`insert into questions (board_id, author_id, title, slug, body, html, created_at, moved_up_at)
      select board_id, author_id, 'nr-' || n, 'nr-' || n, '', '', now() - n * interval '1 minute', now() - n * interval '1 minute'
      from questions, generate_series(1, 60) n`.execute(other)
    const seen: string[] = []
    for (let path: string | undefined = '/questions'; path; ) {
      const { text } = await noor.get(path)
      seen.push(...titlesOn(text))
      path = /href="(\/questions\?[^"]*after=\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(61)
    expect(new Set(seen).size).toBe(61)
  })
})

describe('home', () => {
  it('shows what is alive, per tab, and what waits for a member', async () => {
    const home = async (path: string, one: { get: Member['get'] }) => (await one.get(path)).text
    const partOf = (html: string, id: string) => titlesOn(html.split(`id="${id}"`)[1] ?? '')
    expect(partOf(await home('/', house.visitor()), 'alive')).toEqual(['opgelost', 'beantwoord', 'nieuw'])
    expect(partOf(await home('/?show=unanswered', house.visitor()), 'alive')).toEqual(['nieuw'])
    expect(partOf(await home('/?show=solved', house.visitor()), 'alive')).toEqual(['opgelost'])
    expect(partOf(await home('/', fatima), 'waiting')[0]).toBe('beantwoord')
    expect(await home('/', house.visitor())).not.toContain('id="waiting"')
    const words = wordsOf(await home('/', house.visitor()))
    expect(words).toContain('warmte')
    expect(words).not.toContain('leden 1')
  })

  it('proves itself only from five real cases on, with real figures, and tells who asks how long it takes', async () => {
    const proof = async () => /class="proof/.test((await fatima.get('/')).text)
    expect(await proof()).toBe(false)
    expect(wordsOf((await fatima.get('/questions/new')).text)).not.toContain('eerste antwoord')
    for (let n = 0; n < 4; n++) {
      const id = await write.question(fatima, { title: `bewijs ${n}`, board: 'zon' })
      await write.answer(henk, id, 'Antwoord')
      expect(await proof()).toBe(n === 2 || n === 3)
    }
    await sql`update questions set first_answer_at = created_at + interval '6 minutes' where first_answer_at is not null`.execute(
      db,
    )
    house.site.signals.send(['questions'])
    expect(wordsOf((await fatima.get('/')).text)).toContain('eerste antwoord na 6 min')
    const usual = 'kwam een eerste antwoord meestal na ongeveer 6 min'
    expect(wordsOf((await fatima.get('/questions/new')).text)).toContain(usual)
    const waiting = await write.question(fatima, { title: 'nog even wachten', board: 'zon' })
    const seenBy = async (reader: Member) =>
      wordsOf((await reader.get((await reader.get(`/questions/${waiting}`)).location)).text)
    expect(await seenBy(fatima)).toContain(usual)
    expect(await seenBy(henk)).not.toContain(usual)
  })
})

it('the sitemap holds what visitors may see and what has an answer', async () => {
  const [first] = await sitemap.pages(db)
  expect(first?.number).toBe(0)
  const paths = (await sitemap.entries(db, 0)).map(({ path }) => path)
  expect(paths).toContain(`/questions/${ids.opgelost}/opgelost`)
  for (const title of ['nieuw', 'geheim', 'weg']) expect(paths.join()).not.toContain(title)
  expect(house.troubles).toEqual([])
})
