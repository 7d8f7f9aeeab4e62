import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'
import { settleQuestion } from '../marks/queries.ts'

const { house, write, db, page, fatima, henk, sam } = await questionHouse()
const ask = (title: string, body = 'Wie weet dit?') => write.question(fatima, { title, body, board: 'warmte' })
const answersOn = (html: string) => [...html.matchAll(/id="answer-(\d+)"/g)].map((match) => match[1] ?? '')
const linkTo = (html: string, place: string) =>
  new RegExp(`href="([^"]*[?&;]${place}=[^"#]*)#answers"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('a question with a thousand answers', () => {
  let id = ''
  const ids: string[] = []
  let useful: string[] = []

  beforeAll(async () => {
    id = await ask('Duizend antwoorden')
    const { rows } = await sql<{ id: string }>`
      insert into answers (question_id, author_id, body, html, created_at, thanks_count)
      select ${id}::bigint, ${henk.person.id}::bigint, 'Antwoord ' || n, '<p>Antwoord ' || n || '.</p>',
        now() - make_interval(mins => 2000 - n), (n * 7919) % 50 from generate_series(1, 1000) n
      returning id::text as id`.execute(db)
    ids.push(...rows.map((one) => one.id))
    await db
      .updateTable('questions')
      .set({ best_answer_id: ids[499] ?? '' })
      .where('id', '=', id)
      .execute()
    await write.does(fatima, `/questions/${id}/acceptance`, { answerId: ids[499] ?? '' })
    await settleQuestion(db, id, 3)
    house.site.signals.send([`question:${id}`])
    const order = db
      .selectFrom('answers')
      .select('id')
      .where('question_id', '=', id)
      .where('id', '<>', ids[499] ?? '')
    useful = (await order.orderBy('usefulness', 'desc').orderBy('id').execute()).map((one) => one.id)
  })

  it.each(['', '?sort=time'])('shows each of them once, page by page, after the best one (%s)', async (sort) => {
    const seen: string[] = []
    let html = await page(house.visitor(), id, sort)
    for (let turn = 0; turn < 60; turn++) {
      seen.push(...answersOn(html))
      const next = linkTo(html, 'after')
      if (!next) break
      html = (await house.visitor().get(next)).text
    }
    expect(seen[0]).toBe(ids[499])
    const others = sort ? ids.filter((one) => one !== ids[499]) : useful
    expect(seen.slice(1)).toEqual(others)
  })

  it('begins at the end, and pages back to where the best answer stands', async () => {
    let html = await page(house.visitor(), id, '?sort=time&last=1')
    expect(answersOn(html).at(-1)).toBe(ids.at(-1))
    let turns = 1
    for (let back = linkTo(html, 'before'); back && turns < 60; back = linkTo(html, 'before')) {
      html = (await house.visitor().get(back)).text
      turns += 1
    }
    expect(turns).toBe(50)
    expect(answersOn(html)[0]).toBe(ids[499])
  })

  it('gives each answer an address that leads to the page where it stands', async () => {
    for (const answerId of [useful[0], useful[19], useful[20], useful[500], useful.at(-1), ids[499]]) {
      const { location } = await house.visitor().get(`/questions/${id}/answers/${answerId}`)
      expect(location).toMatch(new RegExp(`#answer-${answerId}$`))
      expect(answersOn((await house.visitor().get(location.split('#')[0] ?? '')).text)).toContain(answerId)
    }
    expect((await house.visitor().get(`/questions/${id}/answers/999999999`)).status).toBe(404)
    expect((await house.visitor().get(`/questions/${id}/answers/x`)).status).toBe(404)
  })
})

describe('search engines', () => {
  const dataOf = (html: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

  it('read question, accepted and suggested answers with all counts, whatever is typed', async () => {
    const id = await ask('Sluit </script><b>dit</b> af?', 'Tekst met "aanhalingen" & </script> erin')
    const accepted = await write.answer(henk, id, 'Zo dan: a < b & c')
    await write.answer(sam, id, 'Of zo')
    await write.comment(henk, id, 'Opmerking', accepted)
    await write.does(fatima, `/questions/${id}/acceptance`, { answerId: accepted })
    await write.does(fatima, `/questions/${id}/answers/${accepted}/thanks`)
    await write.does(henk, `/questions/${id}/same`)
    const hidden = await write.answer(henk, id, 'Geheim antwoord')
    await write.decide(sam, id, 'hide', {}, `?answer=${hidden}`)
    const html = await page(house.visitor(), id)
    const { mainEntity, '@type': type } = dataOf(html)
    expect(type).toBe('QAPage')
    expect(mainEntity).toMatchObject({ name: 'Sluit </script><b>dit</b> af?', answerCount: 2, upvoteCount: 1 })
    expect(mainEntity.acceptedAnswer).toMatchObject({ text: 'Zo dan: a < b & c', upvoteCount: 1, commentCount: 1 })
    expect(mainEntity.suggestedAnswer).toHaveLength(1)
    expect(html).not.toContain('Geheim antwoord')
    expect(html).toContain(`href="/feeds/questions/${id}.atom"`)
  })

  it('are told nothing of a question without answers', async () => {
    const html = await page(house.visitor(), await ask('Nog stil'))
    expect([dataOf(html), html.includes('noindex')]).toEqual([null, true])
  })
})

describe('a member who reads a question', () => {
  const unread = async (one: Member) =>
    (await db.selectFrom('members').select('unread_notice_count').where('id', '=', one.person.id).executeTakeFirst())
      ?.unread_notice_count

  it('need not be told of it any more; fetching ahead and refreshing are no reading', async () => {
    const [id, other] = [await ask('Word ik gelezen?'), await ask('En ik?')]
    for (const one of [id, id, other]) await write.answer(henk, one, `Antwoord op ${one}, ${Math.random()}`)
    await house.settle()
    const before = (await unread(fatima)) ?? 0
    expect(before).toBeGreaterThanOrEqual(3)
    const { location } = await fatima.get(`/questions/${id}`)
    for (const header of ['sec-purpose', 'x-sec-purpose']) await fatima.get(location, { [header]: 'prefetch' })
    await fatima.get(location, { 'x-live': 'refresh' })
    await fatima.get(`/questions/${id}/live`, { 'x-live': 'refresh' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await unread(fatima)).toBe(before)
    await fatima.get(location)
    await expect.poll(() => unread(fatima)).toBe(before - 2)
  })

  it('gets all parts that change together', async () => {
    const id = await ask('Leeft dit?')
    await write.answer(henk, id, 'Ja')
    const { text } = await house.visitor().get(`/questions/${id}/live`, { 'x-live': 'refresh' })
    for (const part of ['question-meta', 'question-standing', 'question-actions', 'question-comments', 'answers']) {
      expect(text).toContain(`id="${part}"`)
      expect(await page(house.visitor(), id)).toContain(`id="${part}"`)
    }
    expect((await house.visitor().get('/questions/999999/live')).status).toBe(404)
  })

  it('sees no heading with nothing below it, before there is anything to tell', async () => {
    const id = await ask('Zojuist gevraagd')
    expect(wordsOf(await page(fatima, id))).not.toContain('Over deze vraag')
    const tagged = await write.question(fatima, { title: 'Met een trefwoord', board: 'warmte', tags: 'cv' })
    expect(wordsOf(await page(fatima, tagged))).toContain('Over deze vraag')
  })

  it('sees what looks like it, once that is known', async () => {
    const [id, like] = [await ask('Warmtepomp pendelt ’s nachts'), await ask('Pendelende warmtepomp overdag')]
    await house.settle()
    await sql`
      insert into findable_similar (kind, subject_id, similar_ids) values ('question', ${id}, array[${like}::bigint])
      on conflict (kind, subject_id) do update set similar_ids = excluded.similar_ids`.execute(db)
    expect(wordsOf(await page(fatima, id))).toContain('Pendelende warmtepomp overdag')
  })
})

it('every count is right in the end but for the thousand, and nothing went wrong', async () => {
  await house.settle()
  const wrong = (await listWrongCounts(db)).filter((line) => !/^(answer\.thanks|member\.(answers|thanks))/.test(line))
  expect(wrong).toEqual([])
  expect(house.troubles).toEqual([])
})
