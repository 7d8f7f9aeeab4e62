import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { type Member, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
const { db } = house.site
let fatima: Member
let henk: Member
let sam: Member

const asked = { title: 'Waarom pendelt mijn warmtepomp?', body: 'Hij slaat steeds aan.', board: 'warmte' }
const row = (id: string) => db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const newest = () => db.selectFrom('questions').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
const howMany = async () => (await db.selectFrom('questions').select('id').execute()).length

beforeAll(async () => {
  await write.board('warmte')
  await write.board('oud', { archived: true })
  await write.board('lijst', { access: 'listed' })
  const product = await write.product('aero', 'ZW-Aero')
  await db.insertInto('product_versions').values({ product_id: product, name: '2024' }).execute()
  fatima = await house.member('fatima')
  henk = await house.member('henk')
  sam = await employee(house, 'sam', 'moderator')
})

describe('somebody who asks', () => {
  it('comes to their question, follows it, and finds product, version and tags with it', async () => {
    const fields = { ...asked, product: 'aero/2024', tags: 'Pendelen, cv, pendelen', checked: 'true' }
    const { status, location } = await fatima.post('/questions', fields)
    expect(status).toBe(303)
    expect(location).toMatch(/^\/questions\/\d+\/waarom-pendelt-mijn-warmtepomp\?said=asked$/)
    const page = wordsOf((await fatima.get(location)).text)
    expect(page).toContain('ZW-Aero · 2024')
    expect(page).toContain('Je volgt dit')
    const { id } = await newest()
    const tags = await db.selectFrom('question_tags').select('tag_id').where('question_id', '=', id).execute()
    expect(tags).toHaveLength(2)
  })

  it('is asked about personal details before anything is stored, and may keep what is their own', async () => {
    const before = await howMany()
    const fields = { ...asked, title: 'Bel me op 0612345678', body: 'Of mail naar fatima@voorbeeld.nl' }
    const question = await fatima.post('/questions', fields)
    expect(question.status).toBe(422)
    expect(question.text).toContain('name="checked" value="true"')
    expect(question.text).toContain('0612345678')
    // Without scripts the page begins at the top, far above what is asked.
    expect(wordsOf(question.text.split('class="ask-form"')[0] ?? '')).toContain('Nog niet geplaatst')
    expect(await howMany()).toBe(before)
    const done = await fatima.post('/questions', { ...fields, checked: 'true', keep: 'fatima@voorbeeld.nl' })
    expect(done.location).toContain('said=masked')
    const stored = await newest()
    expect(stored.title).not.toContain('0612345678')
    expect(stored.slug).not.toContain('0612345678')
    expect(stored.body).toContain('fatima@voorbeeld.nl')
  })

  it('is told that a text is too long when masking or another script makes it so, never met with trouble', async () => {
    const phones = '0612345678 '.repeat(13).trim()
    for (const fields of [{ title: phones }, { body: '電'.repeat(29_000) }]) {
      const answered = await fatima.post('/questions', { ...asked, ...fields, checked: 'true' })
      expect(answered.status).toBe(422)
      expect(wordsOf(answered.text)).toContain('Deze tekst is te lang om te bewaren.')
    }
    expect(house.troubles).toEqual([])
  })

  it('asks once when the form is sent twice, and again when the words changed', async () => {
    const before = await howMany()
    const form = { ...asked, title: 'Twee keer gedrukt?', checked: 'true', _once: 'een-keer-is-genoeg' }
    const [one, other] = await Promise.all([fatima.post('/questions', form), fatima.post('/questions', form)])
    expect(one.location).toBe(other.location)
    expect(await howMany()).toBe(before + 1)
    await fatima.post('/questions', { ...form, body: 'Iets anders.' })
    expect(await howMany()).toBe(before + 2)
  })

  it.each(['oud', 'lijst', 'bestaat-niet'])('cannot ask in the board "%s", and keeps the words', async (board) => {
    const answered = await fatima.post('/questions', { ...asked, board, checked: 'true' })
    expect(answered.status).toBe(422)
    expect(answered.text).toContain('Hij slaat steeds aan.')
    expect(wordsOf(answered.text)).toContain('Kies een onderwerp uit de lijst.')
  })

  it('reads what is missing beside each field', async () => {
    const answered = await fatima.post('/questions', { title: '', body: 'Alleen dit', board: 'warmte' })
    expect(answered.status).toBe(422)
    expect(answered.text).toContain('Alleen dit')
  })

  it('is told when they are blocked, with their words', async () => {
    const blocked = await house.member('boos', { blocked: true })
    const answered = await blocked.post('/questions', asked)
    expect([answered.status, answered.text.includes('Hij slaat steeds aan.')]).toEqual([422, true])
  })

  it('who calls somebody by name makes a link only of a name that is somebody’s', async () => {
    await fatima.post('/questions', { ...asked, title: 'Wie weet dit?', body: 'Vraag aan @henk en @niemand.' })
    const { html } = await newest()
    expect(html).toContain('href="/members/henk"')
    expect(html).not.toContain('/members/niemand')
    expect(html).toContain('@niemand')
  })
})

describe('a visitor who asks', () => {
  it('signs up first and finds the words again', async () => {
    const visitor = house.visitor()
    const { status, location } = await visitor.post('/questions', { ...asked, title: 'Als nieuweling?' })
    expect([status, location]).toEqual([303, '/sign-up?returnTo=%2Fquestions%2Fnew'])
    const { text } = await visitor.get('/questions/new')
    expect(text).toContain('Als nieuweling?')
    expect(text).toContain('Hij slaat steeds aan.')
  })

  it('brings the words of the box along', async () => {
    expect((await house.visitor().get('/questions/new?title=Geen%20warm%20water')).text).toContain('Geen warm water')
  })
})

describe('somebody who floods', () => {
  it('is slowed with clear words and keeps what was typed', async () => {
    const strict = await wholeHouse(await testDatabase(), { rateLimits: true })
    const words = writersIn(strict)
    await words.board('warmte')
    const noor = await strict.member('noor')
    const id = await words.question(noor, { title: 'De eerste', board: 'warmte' })
    const soon = await noor.post('/questions', { ...asked, checked: 'true' })
    expect(wordsOf(soon.text)).toContain('Dat ging erg snel na je vorige bericht.')
    expect(soon.text).toContain('Hij slaat steeds aan.')
    const answer = await noor.post(`/questions/${id}/answers`, { body: 'Meteen erachteraan', checked: 'true' })
    expect([answer.status, answer.text.includes('Meteen erachteraan')]).toEqual([422, true])
    const comment = await noor.post(`/questions/${id}/comments`, { body: 'Nog een', checked: 'true' })
    expect(wordsOf(comment.text)).toContain('Dat ging erg snel')
  })
})

describe('whoever changes a question', () => {
  it('keeps what stood before, in sight of everybody', async () => {
    const id = await write.question(fatima, {
      title: 'Eerst zo',
      board: 'warmte',
      body: 'De eerste versie',
      tags: 'cv',
    })
    expect((await fatima.get(`/questions/${id}/edit`)).text).toContain('De eerste versie')
    const fields = { title: 'Nu zo', body: 'De tweede versie', tags: 'ketel', checked: 'true' }
    expect((await fatima.post(`/questions/${id}/edit`, fields)).location).toBe(`/questions/${id}/nu-zo?said=edited`)
    const history = await house.visitor().get(`/questions/${id}/history`)
    expect(history.text).toContain('Eerst zo')
    expect(wordsOf(history.text)).toContain('De eerste versie')
    expect((await house.visitor().get(`/questions/${id}/eerst-zo`)).location).toBe(`/questions/${id}/nu-zo`)
    await fatima.post(`/questions/${id}/edit`, fields)
    const revisions = await db.selectFrom('revisions').select('id').where('question_id', '=', id).execute()
    expect(revisions).toHaveLength(1)
  })

  it('must be its author or a moderator, and is asked about personal details too', async () => {
    const id = await write.question(fatima, { title: 'Van mij', board: 'warmte' })
    expect((await henk.get(`/questions/${id}/edit`)).status).toBe(404)
    const refusal = await henk.post(`/questions/${id}/edit`, { title: 'Van mij', body: 'Gekaapt', checked: 'true' })
    expect([refusal.status, refusal.text.includes('Gekaapt')]).toEqual([422, true])
    const details = await fatima.post(`/questions/${id}/edit`, { title: 'Van mij', body: 'Bel 0612345678' })
    expect(details.text).toContain('name="checked"')
    expect((await sam.post(`/questions/${id}/edit`, { title: 'Netjes', body: 'Netjes', checked: 'true' })).status).toBe(
      303,
    )
    expect((await row(id)).title).toBe('Netjes')
  })

  it('gets the words back when the question was taken away meanwhile', async () => {
    const id = await write.question(fatima, { title: 'Straks weg', board: 'warmte' })
    await db.updateTable('questions').set({ deleted_at: new Date() }).where('id', '=', id).execute()
    const answered = await fatima.post(`/questions/${id}/edit`, { title: 'X', body: 'Bewaar mij', checked: 'true' })
    expect([answered.status, answered.text.includes('Bewaar mij')]).toEqual([404, true])
    await db.updateTable('questions').set({ deleted_at: null }).where('id', '=', id).execute()
  })
})

describe('whoever deletes their question', () => {
  it('may do so while nobody answered; its address then says that it is gone', async () => {
    const id = await write.question(fatima, { title: 'Toch niet', board: 'warmte' })
    expect((await henk.post(`/questions/${id}/deletion`)).status).toBe(409)
    expect((await henk.get(`/questions/${id}/deletion`)).status).toBe(404)
    expect((await fatima.get(`/questions/${id}/deletion`)).status).toBe(200)
    expect((await fatima.post(`/questions/${id}/deletion`)).location).toBe('/questions?said=deleted')
    expect((await house.visitor().get(`/questions/${id}`)).status).toBe(410)
    expect((await fatima.post(`/questions/${id}/deletion`)).status).toBe(404)
  })

  it('cannot once others answered, and is told whom to ask', async () => {
    const id = await write.question(fatima, { title: 'Blijft staan', board: 'warmte' })
    await write.answer(henk, id, 'Dit is een antwoord')
    const refusal = await fatima.post(`/questions/${id}/deletion`)
    expect(wordsOf(refusal.text)).toContain('Een moderator kan je helpen.')
  })
})

it('keeps every count right', async () => {
  await house.settle()
  expect(await listWrongCounts(db)).toEqual([])
  expect(house.troubles).toEqual([])
})
