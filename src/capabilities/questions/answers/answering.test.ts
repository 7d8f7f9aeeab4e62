import { describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'

const { house, write, db, row, fatima, henk, yara, sam } = await questionHouse()
const answerRow = (id: string) => db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const member = (one: Member) =>
  db.selectFrom('members').selectAll().where('id', '=', one.person.id).executeTakeFirstOrThrow()
const ask = (title = 'Waarom pendelt hij?') => write.question(fatima, { title, board: 'warmte' })
const seenBy = async (one: { get: Member['get'] }, path: string) => {
  const { text, location } = await one.get(path)
  return location ? (await one.get(location.split('#')[0] ?? '')).text : text
}

describe('somebody who answers', () => {
  it('is seen at once, moves the question up, and follows it', async () => {
    const [first, second] = [await ask('Alfavraag'), await ask('Betavraag')]
    const posted = await henk.post(`/questions/${first}/answers`, { body: 'Zet de stooklijn lager.', checked: 'true' })
    const answerId = /answers\/(\d+)/.exec(posted.location)?.[1]
    expect(posted.location).toBe(`/questions/${first}/answers/${answerId}?said=answered`)
    expect((await henk.get(posted.location)).location).toBe(
      `/questions/${first}/alfavraag?said=answered#answer-${answerId}`,
    )
    const question = await row(first)
    expect([question.state, question.answer_count, question.last_answer_by_id]).toEqual(['answered', 1, henk.person.id])
    expect(question.first_answer_at).not.toBeNull()
    expect(await seenBy(henk, `/questions/${first}`)).toContain('Je volgt dit')
    const list = wordsOf((await house.visitor().get('/questions')).text)
    expect(list.indexOf('Alfavraag')).toBeLessThan(list.indexOf('Betavraag'))
    expect((await row(second)).state).toBe('new')
  })

  it('their own question is no first answer', async () => {
    const id = await ask()
    await write.answer(fatima, id, 'Ik heb nog iets gevonden')
    expect((await row(id)).first_answer_at).toBeNull()
  })

  it('is asked about personal details first', async () => {
    const id = await ask()
    const put = await henk.post(`/questions/${id}/answers`, { body: 'Bel 0612345678' })
    expect([put.status, put.text.includes('name="checked"')]).toEqual([422, true])
    const done = await henk.post(`/questions/${id}/answers`, { body: 'Bel 0612345678', checked: 'true' })
    expect(done.location).toContain('said=answered&said=masked')
  })

  it('answers once when the form is sent twice', async () => {
    const id = await ask()
    const form = { body: 'Twee keer gedrukt', checked: 'true', _once: 'antwoord-een-keer' }
    const [one, other] = await Promise.all([1, 2].map(() => henk.post(`/questions/${id}/answers`, form)))
    expect(one?.location).toBe(other?.location)
    expect((await row(id)).answer_count).toBe(1)
  })

  it('cannot once it is closed, except staff, and keeps the words', async () => {
    const id = await ask()
    await write.decide(sam, id, 'close')
    const refusal = await henk.post(`/questions/${id}/answers`, { body: 'Nog dit', checked: 'true' })
    expect([refusal.status, wordsOf(refusal.text).includes('Deze vraag is gesloten.')]).toEqual([422, true])
    expect(await write.answer(sam, id, 'Namens ons nog dit')).toMatch(/^\d+$/)
  })

  it('gets the words back when it was hidden meanwhile, the same as when it never was', async () => {
    const id = await ask('Geheime titel')
    await write.decide(sam, id, 'hide')
    const answers = [id, '999999'].map((at) => henk.post(`/questions/${at}/answers`, { body: 'Mijn woorden' }))
    for (const { status, text } of await Promise.all(answers)) {
      expect([status, text.includes('Mijn woorden'), text.includes('Geheime titel')]).toEqual([404, true, false])
    }
    for (const deed of ['following', 'same', 'not-solved']) {
      expect(await henk.post(`/questions/${id}/${deed}`, { on: 'true' })).toMatchObject({ status: 404, location: '' })
    }
  })

  it('an empty form is told so, on the page with the question', async () => {
    const refusal = await henk.post(`/questions/${await ask('Staat er nog')}/answers`, { body: ' ' })
    expect([refusal.status, refusal.text.includes('Staat er nog')]).toEqual([422, true])
  })
})

describe('whoever changes or deletes an answer', () => {
  it('keeps its history, and leaves a line where it stood', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Eerste gedachte')
    const at = `/questions/${id}/answers/${answerId}`
    expect((await henk.get(`${at}/edit`)).text).toContain('Eerste gedachte')
    expect((await yara.get(`${at}/edit`)).status).toBe(404)
    await write.does(henk, `${at}/edit`, { body: 'Betere gedachte', checked: 'true' })
    await write.does(henk, `${at}/edit`, { body: 'Betere gedachte', checked: 'true' })
    expect((await answerRow(answerId)).edit_count).toBe(1)
    expect((await house.visitor().get(`${at}/history`)).text).toContain('Eerste gedachte')
    expect((await yara.post(`${at}/deletion`)).status).toBe(409)
    const asked = wordsOf((await henk.get(`${at}/deletion`)).text)
    expect(asked).toContain('Zelf terugzetten kan niet.')
    expect((await yara.get(`${at}/deletion`)).status).toBe(404)
    await write.does(henk, `${at}/deletion`)
    const page = await seenBy(house.visitor(), `/questions/${id}`)
    expect(page).not.toContain('Betere gedachte')
    expect(wordsOf(page)).toContain('verwijderd')
    expect((await house.visitor().get(`${at}/history`)).status).toBe(404)
    const question = await row(id)
    expect([question.state, question.answer_count, question.last_answer_by_id]).toEqual(['new', 0, null])
    expect((await henk.post(`${at}/edit`, { body: 'Toch nog', checked: 'true' })).status).toBe(422)
  })

  it('a moderator who restores it counts it again', async () => {
    const id = await ask()
    const answerId = await write.answer(yara, id, 'Terug')
    const before = (await member(yara)).answer_count
    await write.does(yara, `/questions/${id}/answers/${answerId}/deletion`)
    expect((await member(yara)).answer_count).toBe(before - 1)
    await write.decide(sam, id, 'restore', {}, `?answer=${answerId}`)
    expect((await member(yara)).answer_count).toBe(before)
    expect((await row(id)).last_answer_by_id).toBe(yara.person.id)
  })
})

describe('a comment', () => {
  it('stands below an answer or the question, one level deep, and is counted on both', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Antwoord')
    const commentId = await write.comment(yara, id, 'Werkt dit ook bij de 9?', answerId)
    await write.comment(henk, id, 'Welke stand?')
    expect([(await row(id)).comment_count, (await answerRow(answerId)).comment_count]).toEqual([2, 1])
    const found = await house.visitor().get(`/questions/${id}/comments/${commentId}`)
    expect(found.location).toMatch(new RegExp(`^/questions/${id}/[^/]+#comment-${commentId}$`))
    expect(await seenBy(house.visitor(), `/questions/${id}`)).toContain('Werkt dit ook bij de 9?')
    const elsewhere = await yara.post(`/questions/${await ask()}/comments`, {
      body: 'Dwars',
      answerId,
      checked: 'true',
    })
    expect([elsewhere.status, elsewhere.text.includes('Dwars')]).toEqual([404, true])
  })

  it('is asked about personal details, kept with history, and taken away by who wrote it', async () => {
    const id = await ask()
    const put = await yara.post(`/questions/${id}/comments`, { body: 'Mail yara@voorbeeld.nl' })
    expect([put.status, put.text.includes('name="keep"')]).toEqual([422, true])
    const commentId = await write.comment(yara, id, 'Zonder adres')
    const at = `/questions/${id}/comments/${commentId}`
    expect((await yara.get(`${at}/edit`)).text).toContain(`${at}/deletion`)
    expect((await sam.get(`${at}/edit`)).text).not.toContain(`${at}/deletion`)
    await write.does(yara, `${at}/edit`, { body: 'Met uitleg', checked: 'true' })
    await write.does(yara, `${at}/edit`, { body: 'Met uitleg', checked: 'true' })
    expect((await house.visitor().get(`${at}/history`)).text).toContain('Zonder adres')
    const revisions = db.selectFrom('revisions').select('id').where('subject_kind', '=', 'comment')
    expect(await revisions.where('subject_id', '=', commentId).execute()).toHaveLength(1)
    expect((await henk.post(`${at}/deletion`)).status).toBe(409)
    expect(wordsOf((await yara.get(`${at}/deletion`)).text)).toContain('Reactie van yara')
    expect((await henk.get(`${at}/deletion`)).status).toBe(404)
    await write.does(yara, `${at}/deletion`)
    expect((await row(id)).comment_count).toBe(0)
    expect(await seenBy(house.visitor(), `/questions/${id}`)).not.toContain('Met uitleg')
  })

  it('too long in another script is told so', async () => {
    const refusal = await yara.post(`/questions/${await ask()}/comments`, { body: '電'.repeat(3_900), checked: 'true' })
    expect([refusal.status, wordsOf(refusal.text).includes('te lang om te bewaren')]).toEqual([422, true])
  })

  it('beyond the twentieth is found at its own address', async () => {
    const id = await ask('Veel te zeggen')
    const answerId = await write.answer(henk, id, 'Antwoord')
    const comments: string[] = []
    for (let n = 0; n < 23; n++) comments.push(await write.comment(yara, id, `Opmerking nummer ${n}.`, answerId))
    const first = await seenBy(house.visitor(), `/questions/${id}`)
    expect([first.includes('nummer 19.'), first.includes('nummer 20.')]).toEqual([true, false])
    for (const path of [`comments/${comments[21]}`, `answers/${answerId}?comments=all`]) {
      expect(await seenBy(house.visitor(), `/questions/${id}/${path}`)).toContain('nummer 22.')
    }
    await write.decide(sam, id, 'hide', {}, `?comment=${comments[0]}`)
    expect((await answerRow(answerId)).comment_count).toBe(22)
  })
})

it('every count is right in the end, and nothing went wrong', async () => {
  await house.settle()
  expect(await listWrongCounts(db)).toEqual([])
  expect(house.troubles).toEqual([])
})
