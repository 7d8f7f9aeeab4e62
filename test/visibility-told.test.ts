import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sendReminders } from '#capabilities/questions/reminders/remind.ts'
import { testDatabase } from './database.ts'
import { mailTo } from './people.ts'
import { type Member, ORIGIN, wholeHouse } from './whole-house.ts'
import { writersIn } from './written.ts'

const house = await wholeHouse(await testDatabase())
const { db } = house.site
const write = writersIn(house)
const [henk, noor] = [await house.member('henk'), await house.member('noor')]
const [lotte, piet] = [await house.member('lotte'), await house.member('piet')]
const sam = await house.member('sam', { roles: ['moderator'] })
const everybody = { visitor: house.visitor(), henk, noor, lotte, piet, sam }
let listId = ''

beforeAll(async () => {
  await write.board('openbaar')
  listId = await write.board('lijst', { access: 'listed' })
  await write.list(listId, henk, piet, lotte)
})

let count = 0
const newWord = () => `merkwoord${String.fromCharCode(97 + count++)}`

async function followed(by: Member, board = 'openbaar') {
  const word = newWord()
  const id = await write.question(henk, { title: `Vraag ${word}`, board })
  await write.does(by, `/questions/${id}/following`)
  return { id, word }
}

/** All that this member hears of by themselves, whenever they look: notices, bell and mail. */
async function heardBy({ name, get }: Member): Promise<string> {
  const pages = await Promise.all(['/notices', '/notices/bell', '/'].map((path) => get(path)))
  const mails = await mailTo(house.site, `${name}@zonnewinde.example`)
  return [...pages.map(({ text }) => text), JSON.stringify(mails)].join('\n')
}

async function noticesOf({ get }: Member): Promise<string> {
  return (await get('/notices')).text
}

describe('what was told, and is no longer theirs to see,', () => {
  it('is on no page of notices after the question is hidden, or goes to a board they are not in', async () => {
    for (const deed of ['hide', 'move'] as const) {
      const { id, word } = await followed(noor)
      await write.answer(piet, id, 'Zo doe je dat.')
      await house.settle()
      expect(await noticesOf(noor)).toContain(word)
      const { get } = noor
      const [, notice] = /href="(\/notices\/\d+)"/.exec(await noticesOf(noor)) ?? []
      await write.decide(sam, id, deed, { board: 'lijst' })
      expect(await noticesOf(noor)).not.toContain(word)
      expect((await get(notice ?? '')).status).toBe(404)
    }
  })

  it('is on no page of notices after their place on the list has ended', async () => {
    const { id, word } = await followed(lotte, 'lijst')
    await write.answer(piet, id, 'Onder ons gezegd.')
    await house.settle()
    expect(await noticesOf(lotte)).toContain(word)
    await db.deleteFrom('board_members').where('member_id', '=', lotte.person.id).execute()
    expect(await noticesOf(lotte)).not.toContain(word)
    await write.answer(piet, id, 'En nog iets.')
    const before = await mailTo(house.site, 'lotte@zonnewinde.example')
    await house.settle()
    expect(await mailTo(house.site, 'lotte@zonnewinde.example')).toEqual(before)
    await write.list(listId, lotte)
  })
})

describe('the asker of a question that goes where they may not read', () => {
  it('gets the reason once, under the title they knew, and nothing else of it', async () => {
    for (const deed of ['move', 'merge'] as const) {
      const [word, other, later] = [newWord(), newWord(), newWord()]
      const id = await write.question(noor, { title: `Vraag ${word}`, board: 'openbaar' })
      const into = await write.question(henk, { title: `Ander ${other}`, board: 'lijst', body: other })
      await house.settle()
      await write.decide(sam, id, deed, { board: 'lijst', other: into, reason: `Reden bij ${word}.` })
      await house.settle()
      const at = deed === 'move' ? id : into
      await write.does(sam, `/questions/${at}/edit`, { title: `Nu ${later}`, body: later, checked: 'true' })
      await write.decide(sam, at, 'close', { reason: `Dicht ${later}` })
      await house.settle()
      const heard = await heardBy(noor)
      expect(heard).toContain(`Vraag ${word}`)
      expect(heard).toContain(`Reden bij ${word}.`)
      expect(heard).not.toMatch(new RegExp(`${other}|${later}`))
      const notices = await noticesOf(noor)
      expect(notices.split(`Reden bij ${word}.`)).toHaveLength(2)
      const [, notice = ''] = new RegExp(`href="(/notices/\\d+)"[^>]*>[^<]*${word}`).exec(notices) ?? []
      expect((await noor.get(notice)).location).toBe('/notices')
      const mails = JSON.stringify(await mailTo(house.site, 'noor@zonnewinde.example'))
      expect(mails).toContain(`Reden bij ${word}.`)
    }
  })

  it('hears nothing when it moves on behind the door', async () => {
    await write.board('achterkamer', { access: 'listed' })
    const id = await write.question(noor, { title: 'Gaat twee keer', board: 'openbaar' })
    await write.decide(sam, id, 'move', { board: 'lijst', reason: 'Eerste keer.' })
    await house.settle()
    await write.decide(sam, id, 'move', { board: 'achterkamer', reason: 'Tweede keer.' })
    await house.settle()
    const heard = await heardBy(noor)
    expect([heard.includes('Eerste keer.'), heard.includes('Tweede keer.')]).toEqual([true, false])
  })
})

describe('what is taken away before it was told', () => {
  it('is told to nobody: a hidden answer, a deleted one, a question that went behind a door', async () => {
    const { id, word } = await followed(noor)
    const [hidden, deleted] = [newWord(), newWord()]
    const hiddenId = await write.answer(piet, id, `Weg ermee: ${hidden}`)
    await write.decide(sam, id, 'hide', {}, `?answer=${hiddenId}`)
    const deletedId = await write.answer(piet, id, `Vergissing: ${deleted}`)
    await write.does(piet, `/questions/${id}/answers/${deletedId}/deletion`)
    await house.settle()
    const heard = await heardBy(noor)
    for (const secret of [hidden, deleted]) expect(heard).not.toContain(secret)
    await write.answer(piet, id, 'Nu echt.')
    await write.decide(sam, id, 'move', { board: 'lijst' })
    await house.settle()
    expect(JSON.stringify(await mailTo(house.site, 'noor@zonnewinde.example'))).not.toContain(word)
  })
})

describe('what happens behind a door', () => {
  it('is told to nobody outside: not by naming them, and not by merging what they follow', async () => {
    const { id: inside, word } = await followed(piet, 'lijst')
    await write.answer(henk, inside, 'Wat vindt @noor hiervan?')
    await write.comment(henk, inside, 'En @noor?')
    const { id: outside } = await followed(noor)
    await write.decide(sam, outside, 'merge', { other: inside })
    await write.answer(piet, inside, 'Een antwoord achter de deur.')
    await house.settle()
    expect(await heardBy(noor)).not.toContain(word)
    expect(await noticesOf(piet)).toContain(word)
  })

  it('reminds no asker who has no place there any more', async () => {
    const { id, word } = await followed(piet, 'lijst')
    await write.answer(piet, id, 'Probeer dit eens.')
    await house.settle()
    const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000)
    const times = { created_at: threeDaysAgo, last_answer_at: threeDaysAgo, first_answer_at: threeDaysAgo }
    await db.updateTable('questions').set(times).where('id', '=', id).execute()
    await db.updateTable('answers').set({ created_at: threeDaysAgo }).where('question_id', '=', id).execute()
    await db.deleteFrom('board_members').where('member_id', '=', henk.person.id).execute()
    const before = await mailTo(house.site, 'henk@zonnewinde.example')
    await sendReminders(house.site)
    await house.settle()
    expect(await mailTo(house.site, 'henk@zonnewinde.example')).toEqual(before)
    await write.list(listId, henk)
    await sendReminders(house.site)
    await house.settle()
    const [mail] = await mailTo(house.site, 'henk@zonnewinde.example')
    expect(mail?.text).toContain(word)
  })
})

it('a draft is read by whoever writes it, and by nobody else', async () => {
  const word = newWord()
  const kept = await henk.send({
    method: 'POST',
    url: '/drafts',
    headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-form-token': henk.formToken },
    payload: { place: 'question', fields: { title: word, body: word } },
  })
  expect(kept.status).toBe(200)
  for (const [name, who] of Object.entries(everybody)) {
    const shown = await Promise.all(['/drafts?place=question', '/questions/new'].map((path) => who.get(path)))
    expect([name, shown.some(({ text }) => text.includes(word))]).toEqual([name, name === 'henk'])
  }
})

describe('a picture', () => {
  const upload = async (): Promise<{ id: string; url: string; markdown: string }> => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a30' } })
      .png()
      .toBuffer()
    const payload = Buffer.concat([
      Buffer.from(`--grens\r\ncontent-disposition: form-data; name="file"; filename="foto.png"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n--grens--\r\n'),
    ])
    const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-form-token': henk.formToken }
    const type = { 'content-type': 'multipart/form-data; boundary=grens' }
    const taken = await henk.send({ method: 'POST', url: '/attachments', headers: { ...headers, ...type }, payload })
    expect(taken.status).toBe(201)
    return JSON.parse(taken.text)
  }

  const seenBy = async (url: string): Promise<string[]> => {
    const seen: string[] = []
    for (const [name, { get }] of Object.entries(everybody)) {
      const { status, headers } = await get(url)
      if (status === 200) seen.push(name)
      else expect([name, status]).toEqual([name, 404])
      const isPublic = String(headers['cache-control']).includes('public')
      if (isPublic) seen.push(`${name}, from a cache`)
    }
    return seen
  }

  it('in no text yet is seen by its owner alone', async () => {
    const { id, url } = await upload()
    expect(await seenBy(url)).toEqual(['henk'])
    const [theirs, unknown] = await Promise.all([
      noor.get(`/attachments/${id}/x.webp`),
      noor.get('/attachments/99999/x.webp'),
    ])
    expect(theirs.text.replaceAll(id, '…')).toBe(unknown.text.replaceAll('99999', '…').replaceAll(id, '…'))
  })

  it('in a text is seen by whoever sees the text', async () => {
    const { url, markdown } = await upload()
    await write.question(henk, { title: 'Met een foto', board: 'lijst', body: `Kijk: ${markdown}` })
    expect(await seenBy(url)).toEqual(['henk', 'lotte', 'piet', 'sam'])
  })

  it('goes out of sight with its text, and comes back with it', async () => {
    const { url, markdown } = await upload()
    const id = await write.question(henk, { title: 'Vraag in het zicht', board: 'openbaar' })
    const answerId = await write.answer(henk, id, `Zo ziet het eruit: ${markdown}`)
    expect(await seenBy(url)).toHaveLength(12)
    await write.decide(sam, id, 'hide', {}, `?answer=${answerId}`)
    expect(await seenBy(url)).toEqual(['henk', 'sam'])
    await write.decide(sam, id, 'restore', {}, `?answer=${answerId}`)
    await write.decide(sam, id, 'move', { board: 'lijst' })
    expect(await seenBy(url)).toEqual(['henk', 'lotte', 'piet', 'sam'])
    await write.decide(sam, id, 'hide')
    expect(await seenBy(url)).toEqual(['henk', 'sam'])
  })

  it('in a question that was merged is seen by whoever sees where it went', async () => {
    const { url, markdown } = await upload()
    const from = await write.question(henk, { title: 'Dubbel met foto', board: 'openbaar', body: markdown })
    const into = await write.question(henk, { title: 'Achter de deur', board: 'lijst' })
    await write.decide(sam, from, 'merge', { other: into })
    expect(await seenBy(url)).toEqual(['henk', 'lotte', 'piet', 'sam'])
  })
})
