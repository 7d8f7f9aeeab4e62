import { beforeAll, describe, expect, it } from 'vitest'
import { renderMarkdown } from '#community/text/render.ts'
import { testDatabase } from '#test/database.ts'
import { type Member, ORIGIN, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'
import { promptField, withAnswers } from './prompts.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
const { db } = house.site
let fatima: Member
let piet: Member
/** The names of the fields, by what they ask. */
const field = { code: '', tried: '', secret: '' }

const newest = () => db.selectFrom('questions').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
const asked = { title: 'Waarom pendelt hij?', body: 'Hij slaat steeds aan.', board: 'warmte', checked: 'true' }

async function prompt(boardId: string, position: number, label: string, more: Record<string, unknown> = {}) {
  const row = { board_id: boardId, position, label, kind: 'line', is_required: false, ...more }
  const { id } = await db.insertInto('board_prompts').values(row).returning('id').executeTakeFirstOrThrow()
  return promptField(id)
}

beforeAll(async () => {
  const warmte = await write.board('warmte')
  const lijst = await write.board('lijst', { access: 'listed' })
  await write.board('vrij')
  await db
    .updateTable('boards')
    .set({ guidance: 'Zet er nooit je klantnummer bij.' })
    .where('id', '=', warmte)
    .execute()
  await db.updateTable('boards').set({ guidance: 'Aanwijzing qzgeheim' }).where('id', '=', lijst).execute()
  field.code = await prompt(warmte, 1, 'Welke code zie je?', { label_en: 'Which code?', hint: 'Op het scherm.' })
  field.tried = await prompt(warmte, 2, 'Wat heb je al geprobeerd?', { kind: 'text', is_required: true })
  field.secret = await prompt(lijst, 1, 'Vraag qzgeheim?')
  fatima = await house.member('fatima')
  piet = await house.member('piet')
  await write.list(lijst, piet)
})

/** The part of the page that belongs to a board, as far as it is shown and sent. */
const shownIn = (html: string, board: string) =>
  new RegExp(`<fieldset[^>]*data-of-board="${board}"[^>]*>`).exec(html)?.[0].includes('hidden') === false

describe('whoever asks in a board that asks more', () => {
  it('finds the questions and the guidance when the board is chosen, in the language of the page', async () => {
    const open = await fatima.get('/questions/new')
    expect(shownIn(open.text, 'warmte')).toBe(false)
    const chosen = await fatima.get('/questions/new?board=warmte')
    expect(shownIn(chosen.text, 'warmte')).toBe(true)
    const said = wordsOf(chosen.text)
    for (const words of ['Zet er nooit je klantnummer bij.', 'Welke code zie je?', 'Op het scherm.']) {
      expect(said).toContain(words)
    }
    const english = await house.visitor().get('/questions/new?board=warmte', { 'accept-language': 'en' })
    expect(wordsOf(english.text)).toContain('Which code?')
  })

  it('comes from the list of a board with that board chosen, unless they were writing for another', async () => {
    expect((await fatima.get('/questions?board=warmte')).text).toContain('href="/questions/new?board=warmte"')
    expect((await house.visitor().get('/questions?board=lijst')).text).not.toContain('new?board=')
    const noor = await house.member('ineke')
    const fields = { title: 'Half af', body: 'Nog niet klaar.', board: 'warmte', [field.code]: 'F28' }
    const payload = JSON.stringify({ place: 'question', fields })
    const headers = { 'content-type': 'application/json', origin: ORIGIN, 'x-form-token': noor.formToken }
    expect((await noor.send({ method: 'POST', url: '/drafts', headers, payload })).status).toBe(200)
    const { text } = await noor.get('/questions/new?board=vrij')
    expect([shownIn(text, 'warmte'), text.includes('F28')]).toEqual([true, true])
  })

  it('finds the answers in the text of the question, under what was asked, and nothing of what stayed empty', async () => {
    const fields = { [field.code]: ' F28 ', [field.tried]: '- uit en aan\n- gebeld' }
    expect((await fatima.post('/questions', { ...asked, ...fields })).status).toBe(303)
    const { body, html } = await newest()
    expect(body).toBe(
      'Hij slaat steeds aan.\n\n**Welke code zie je?** F28\n\n**Wat heb je al geprobeerd?**\n- uit en aan\n- gebeld',
    )
    expect(html).toContain('<strong>Welke code zie je?</strong> F28')
    expect(html).toContain('<li>gebeld</li>')
    await fatima.post('/questions', { ...asked, title: 'Zonder code', [field.code]: '', [field.tried]: 'Niets.' })
    expect((await newest()).body).not.toContain('Welke code')
  })

  it('is told at the field what is required or too long, and keeps every word', async () => {
    const long = 'x'.repeat(301)
    const answered = await fatima.post('/questions', { ...asked, [field.code]: long, [field.tried]: '  ' })
    expect(answered.status).toBe(422)
    for (const name of [field.code, field.tried]) {
      expect(answered.text).toContain(`href="#field-${name}"`)
      expect(answered.text).toContain(`id="field-${name}-error"`)
    }
    for (const words of [long, 'Hij slaat steeds aan.']) expect(answered.text).toContain(words)
  })

  it('is told when all of it together is too long', async () => {
    const fields = { body: 'woord '.repeat(4_900), [field.tried]: 'iets '.repeat(900) }
    const answered = await fatima.post('/questions', { ...asked, ...fields })
    expect([answered.status, answered.text.includes('href="#field-body"')]).toEqual([422, true])
  })

  it('is asked about personal details in an answer before anything is stored', async () => {
    const fields = { ...asked, checked: '', [field.tried]: 'Gebeld met 0612345678.' }
    const question = await fatima.post('/questions', fields)
    expect(question.status).toBe(422)
    expect(question.text).toContain('name="keep"')
    const done = await fatima.post('/questions', { ...fields, checked: 'true' })
    expect(done.location).toContain('said=masked')
    expect((await newest()).body).not.toContain('0612345678')
  })

  it('changes the answers with the rest of the text', async () => {
    await fatima.post('/questions', { ...asked, title: 'Straks anders', [field.tried]: 'Nog niets.' })
    const { id } = await newest()
    const page = await fatima.get(`/questions/${id}/edit`)
    expect(page.text).toContain('**Wat heb je al geprobeerd?**')
    expect(page.text).not.toContain('data-of-board')
  })
})

describe('without scripts', () => {
  it('a button shows what the board asks, with all words kept and nothing stored', async () => {
    const before = (await newest()).id
    const shown = await fatima.post('/questions', { title: '', body: 'Bewaar mij', board: 'warmte', show: 'prompts' })
    expect([shown.status, shownIn(shown.text, 'warmte'), shown.text.includes('Bewaar mij')]).toEqual([200, true, true])
    expect(wordsOf(shown.text)).not.toContain('Dit moet nog worden ingevuld')
    expect((await newest()).id).toBe(before)
  })

  it('whoever posts at once is shown what the board asks first, once', async () => {
    const { status, text } = await fatima.post('/questions', asked)
    expect([status, shownIn(text, 'warmte'), text.includes('Hij slaat steeds aan.')]).toEqual([422, true, true])
    expect(wordsOf(text)).toContain('Bij dit onderwerp vragen we nog iets')
    expect(text).not.toContain(`id="field-${field.tried}-error"`)
    expect((await fatima.post('/questions', { ...asked, board: 'vrij' })).status).toBe(303)
  })

  it('an answer survives that another board was chosen meanwhile, in sight and in the text', async () => {
    const fields = { ...asked, title: '', board: 'vrij', [field.code]: 'F28' }
    const again = await fatima.post('/questions', fields)
    expect([again.status, shownIn(again.text, 'warmte')]).toEqual([422, true])
    await fatima.post('/questions', { ...fields, title: 'Toch ergens anders' })
    expect((await newest()).body).toBe('Hij slaat steeds aan.\n\n**Welke code zie je?** F28')
  })

  it('an answer survives that its question was taken away meanwhile', async () => {
    const fields = { ...asked, board: 'vrij', title: '', 'prompt-99999': 'Al gebeld.' }
    const again = await fatima.post('/questions', fields)
    expect(again.text).toMatch(/<textarea[^>]*name="prompt-99999"[^>]*>Al gebeld\.<\/textarea>/)
    await fatima.post('/questions', { ...fields, title: 'Wat nu?' })
    expect((await newest()).body).toBe('Hij slaat steeds aan.\n\nAl gebeld.')
  })
})

it('a visitor’s answers survive signing up', async () => {
  const visitor = house.visitor()
  const fields = { ...asked, [field.code]: 'F28', [field.tried]: 'Alles al.' }
  expect((await visitor.post('/questions', fields)).location).toContain('/sign-up')
  const { text } = await visitor.get('/questions/new')
  expect(shownIn(text, 'warmte')).toBe(true)
  for (const words of ['F28', 'Alles al.']) expect(text).toContain(words)
})

it('a program asks as it always did', async () => {
  const program = house.program(await house.keyOf(fatima))
  const { status, text } = await program.call('POST', '/api/v1/questions', {
    ...{ title: 'Van een programma', body: 'Alleen dit.', board: 'warmte' },
  })
  expect([status, JSON.parse(text).body]).toEqual([201, 'Alleen dit.'])
})

describe('what a board asks that somebody does not see', () => {
  it('is on no page of theirs, whatever they send', async () => {
    expect((await piet.get('/questions/new?board=lijst')).text).toContain('qzgeheim')
    const sent = { ...asked, title: '', board: 'lijst', [field.secret]: 'Geraden' }
    for (const who of [fatima, house.visitor()]) {
      const tried = [
        await who.get('/questions/new?board=lijst'),
        await who.post('/questions', sent),
        await who.post('/questions', { ...sent, show: 'prompts' }),
      ]
      for (const { text } of tried) expect(text).not.toContain('qzgeheim')
    }
  })

  it('does not come out in the text of a question either', async () => {
    await fatima.post('/questions', { ...asked, title: 'Raad eens', board: 'vrij', [field.secret]: 'Geraden' })
    expect((await newest()).body).toBe('Hij slaat steeds aan.\n\nGeraden')
  })
})

it('what somebody asked about last is offered first, each once', async () => {
  const boiler = await write.product('boiler', 'ZW-Boiler')
  await write.product('aero', 'ZW-Aero')
  await db.insertInto('product_versions').values({ product_id: boiler, name: '2024' }).execute()
  const noor = await house.member('noor')
  expect((await noor.get('/questions/new')).text).not.toContain('Je vroeg eerder over')
  for (const product of ['aero', 'boiler/2024', 'aero', '']) {
    await noor.post('/questions', {
      ...asked,
      board: 'vrij',
      product,
      title: `Over ${product}`,
      body: `Over ${product}.`,
    })
  }
  const { text } = await noor.get('/questions/new')
  const before = /<optgroup label="Je vroeg eerder over">(.*?)<\/optgroup>/s.exec(text)?.[1] ?? ''
  expect([...before.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)).toEqual(['aero', 'boiler/2024'])
})

describe('an answer in the text', () => {
  const line = (label: string) => withAnswers('Tekst', [{ id: '1', label, kind: 'line' }], { 'prompt-1': '# 5' })

  it('stands beside a label that ends as a sentence does, and a label cannot become anything else', () => {
    expect(line('Hoe warm?')).toBe('Tekst\n\n**Hoe warm?** # 5')
    expect(line('Typeplaatje')).toBe('Tekst\n\n**Typeplaatje:** # 5')
    const dashes = withAnswers('Tekst', [{ id: '1', label: 'Wat?', kind: 'text' }], { 'prompt-1': '---\nniets' })
    expect(renderMarkdown(dashes).html).not.toMatch(/<h\d/)
    expect(line('Merk (*of* soort)')).toBe('Tekst\n\n**Merk (\\*of\\* soort):** # 5')
  })
})

it('meets no trouble', () => expect(house.troubles).toEqual([]))
