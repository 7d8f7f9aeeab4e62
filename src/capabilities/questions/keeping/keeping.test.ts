import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import { wordsOf } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'

const { house, write, db, row, page, noticesOf, fatima, henk, yara, noor, sam } = await questionHouse()
const ask = (title: string, by = fatima, board = 'warmte') => write.question(by, { title, board })
const decisions = (id: string) =>
  db
    .selectFrom('decisions')
    .select(['kind', 'reason', 'affected_id'])
    .where('question_id', '=', id)
    .orderBy('id')
    .execute()

beforeAll(async () => {
  await write.board('zon')
  await write.board('leden', { access: 'members' })
})

describe('a moderator', () => {
  it('needs a reason, is nobody else, and decides once', async () => {
    const id = await ask('Reclame')
    expect((await henk.get(`/questions/${id}/keeping/hide`)).status).toBe(404)
    expect((await henk.post(`/questions/${id}/keeping/hide`, { reason: 'x' })).status).toBe(404)
    expect((await sam.get(`/questions/${id}/keeping/hide`)).status).toBe(200)
    expect((await sam.post(`/questions/${id}/keeping/hide`, { reason: '' })).status).toBe(422)
    expect((await sam.get(`/questions/${id}/keeping/verbranden`)).status).toBe(404)
    for (let n = 0; n < 2; n++) await write.decide(sam, id, 'hide', { reason: 'Dit is reclame.' })
    expect(await decisions(id)).toEqual([{ kind: 'hide', reason: 'Dit is reclame.', affected_id: fatima.person.id }])
    expect(await noticesOf(fatima)).toContain('Dit is reclame.')
    expect((await house.visitor().get(`/questions/${id}`)).status).toBe(410)
    expect(await page(fatima, id)).toContain('Dit is reclame.')
    await write.decide(sam, id, 'restore')
    expect((await house.visitor().get(`/questions/${id}`)).status).toBe(301)
  })

  it('takes a question away, and its address shows what comes nearest of what is left', async () => {
    const gone = await ask('Zonnehoedjes te koop')
    const left = await ask('Zonnehoedjes wassen')
    await write.decide(sam, gone, 'hide')
    await house.settle()
    const { status, text } = await house.visitor().get(`/questions/${gone}/zonnehoedjes-te-koop`)
    expect([status, text.includes(`/questions/${left}/`), text.includes('te koop<')]).toEqual([410, true, false])
  })

  it('hides an answer and a comment; their authors get the reason', async () => {
    const id = await ask('Met antwoord')
    const answerId = await write.answer(henk, id, 'Onaardig antwoord')
    const commentId = await write.comment(yara, id, 'Onaardige opmerking', answerId)
    await write.decide(sam, id, 'hide', { reason: 'Blijf aardig, yara.' }, `?comment=${commentId}`)
    await write.decide(sam, id, 'hide', { reason: 'Blijf aardig, henk.' }, `?answer=${answerId}`)
    expect(await noticesOf(henk)).toContain('Verborgen: je antwoord op “Met antwoord”. Reden: Blijf aardig, henk.')
    expect(await noticesOf(yara)).toContain('Verborgen: je reactie bij “Met antwoord”. Reden: Blijf aardig, yara.')
    expect(await page(house.visitor(), id)).not.toMatch(/Onaardig/)
    expect(await page(henk, id)).toContain('Onaardig antwoord')
    for (const one of [henk, sam]) expect(await page(one, id)).not.toContain(`#comment-on-${answerId}"`)
    expect((await sam.post(`/questions/${id}/keeping/close?answer=${answerId}`, { reason: 'x' })).status).toBe(404)
    await write.decide(sam, id, 'restore', {}, `?comment=${commentId}`)
    await write.decide(sam, id, 'restore', {}, `?answer=${answerId}`)
    expect(await page(house.visitor(), id)).toContain('Onaardige opmerking')
  })

  it('sees a hidden comment where it stood, with the reason and the way back; besides, only its author does', async () => {
    const id = await ask('Met opmerkingen')
    const answerId = await write.answer(henk, id, 'Antwoord')
    const lone = await write.comment(yara, id, 'Onaardig bij het antwoord', answerId)
    const other = await write.comment(yara, id, 'Onaardig bij de vraag')
    for (const one of [lone, other]) {
      await write.decide(sam, id, 'hide', { reason: 'Blijf aardig.' }, `?comment=${one}`)
    }
    const kept = await page(sam, id)
    for (const one of [lone, other]) {
      const [, hidden = ''] = kept.split(`id="comment-${one}"`)
      expect(wordsOf(hidden.slice(0, 4_000))).toContain('Verborgen reactie van yara')
      expect(hidden.indexOf('Blijf aardig.')).toBeGreaterThan(hidden.indexOf('Onaardig bij'))
      expect(kept).toContain(`/questions/${id}/keeping/restore?comment=${one}`)
    }
    for (const looker of [house.visitor(), henk, noor]) {
      expect(await page(looker, id)).not.toMatch(/Onaardig bij|Verborgen reactie|Blijf aardig/)
    }
    const authors = await page(yara, id)
    for (const one of [lone, other]) {
      const [, hidden = ''] = authors.split(`id="comment-${one}"`)
      expect(wordsOf(hidden.slice(0, 1_000))).toMatch(/verborgen door een moderator.*Blijf aardig\..*Onaardig bij/s)
    }
    expect(authors).not.toContain('/keeping/restore')
    expect((await yara.get(`/questions/${id}/comments/${other}/edit`)).status).toBe(404)
    await write.decide(sam, id, 'restore', {}, `?comment=${lone}`)
    expect(await page(house.visitor(), id)).toContain('Onaardig bij het antwoord')
  })

  it('sees what is decided about: the question, and whose words', async () => {
    const id = await ask('Waar het om gaat')
    const answerId = await write.answer(henk, id, 'Wat henk schreef')
    const commentId = await write.comment(yara, id, 'Wat yara zei', answerId)
    const words = async (query = '') => wordsOf((await sam.get(`/questions/${id}/keeping/hide${query}`)).text)
    expect(await words()).toContain('Het gaat om: Waar het om gaat')
    expect(await words(`?answer=${answerId}`)).toContain('Antwoord van henk: Wat henk schreef')
    expect(await words(`?comment=${commentId}`)).toContain('Reactie van yara: Wat yara zei')
    const verification = await sam.get(`/questions/${id}/answers/${answerId}/verification`)
    expect(wordsOf(verification.text)).toContain('Antwoord van henk: Wat henk schreef')
    const elsewhere = await ask('Waar het niet om gaat')
    expect((await sam.get(`/questions/${elsewhere}/keeping/hide?answer=${answerId}`)).status).toBe(404)
    for (const query of ['?answer=999999', '?comment=999999']) {
      expect((await sam.get(`/questions/${id}/keeping/hide${query}`)).status).toBe(404)
    }
    expect((await sam.get('/questions/999999/keeping/close')).status).toBe(404)
  })

  it('moves a question, and with it who may see it', async () => {
    const id = await ask('Verhuist')
    const choices = (await sam.get(`/questions/${id}/keeping/move`)).text
    expect([choices.includes('value="zon"'), choices.includes('value="warmte"')]).toEqual([true, false])
    expect((await sam.post(`/questions/${id}/keeping/move`, { reason: 'x', board: 'nergens' })).status).toBe(422)
    await write.decide(sam, id, 'move', { board: 'leden', reason: 'Past daar beter.' })
    await write.decide(sam, id, 'move', { board: 'leden', reason: 'Nog eens' })
    expect((await house.visitor().get(`/questions/${id}`)).status).toBe(404)
    expect(await page(henk, id)).toContain('Verhuist')
    expect((await decisions(id)).map(({ kind }) => kind)).toEqual(['move'])
    expect(await noticesOf(fatima)).toContain('Past daar beter.')
  })

  it('closes and reopens', async () => {
    const id = await ask('Dicht en open')
    await write.decide(sam, id, 'close', { reason: 'Is besproken.' })
    expect(await page(house.visitor(), id)).toContain('Is besproken.')
    await write.decide(sam, id, 'reopen')
    expect((await row(id)).closed_at).toBeNull()
    expect((await decisions(id)).map(({ kind }) => kind)).toEqual(['close', 'reopen'])
  })

  it('marks a duplicate that stays and points to the other, and takes that back', async () => {
    const [id, other, third] = [await ask('Dubbel'), await ask('Origineel'), await ask('Derde')]
    await write.decide(sam, id, 'duplicate', { other: `http://localhost:3000/questions/${other}/origineel` })
    expect((await row(id)).state).toBe('duplicate')
    expect(await page(house.visitor(), id)).toContain(`/questions/${other}/origineel`)
    const round = await sam.post(`/questions/${other}/keeping/duplicate`, { other: id, reason: 'x' })
    expect(wordsOf(round.text)).toContain('zelf een dubbele')
    for (const wrong of ['geen nummer', id]) {
      expect((await sam.post(`/questions/${id}/keeping/duplicate`, { other: wrong, reason: 'x' })).status).toBe(422)
    }
    await write.decide(sam, other, 'merge', { other: third })
    expect((await row(id)).duplicate_of_id).toBe(third)
    expect((await sam.get(`/questions/${id}/keeping/not-duplicate`)).text).not.toContain('name="reason"')
    await write.does(sam, `/questions/${id}/keeping/not-duplicate`)
    expect(await row(id)).toMatchObject({ state: 'new', duplicate_of_id: null })
  })
})

describe('merging', () => {
  it('brings answers, comments, followers, "same", marks, pictures and counts along', async () => {
    const [from, into] = [await ask('Zelfde vraag', noor), await ask('Al gesteld')]
    const answerId = await write.answer(henk, from, 'Het beste antwoord')
    await write.comment(yara, from, 'Opmerking bij de vraag')
    await write.comment(yara, from, 'Opmerking bij het antwoord', answerId)
    await write.does(yara, `/questions/${from}/same`)
    await write.does(fatima, `/questions/${from}/same`)
    await write.does(noor, `/questions/${from}/acceptance`, { answerId })
    await write.does(sam, `/questions/${from}/escalation`, { on: 'true', note: 'Zoeken we uit' })
    await db
      .insertInto('attachments')
      .values({
        owner_id: noor.person.id,
        content_hash: 'a'.repeat(64),
        name: 'foto.jpg',
        mime: 'image/jpeg',
        bytes: 1,
        width: 1,
        height: 1,
        purpose: 'body',
        alt: '',
        question_id: from,
        subject_kind: 'question',
        subject_id: from,
      })
      .execute()
    await write.decide(sam, from, 'merge', { other: into, reason: 'Dit was al gevraagd.' })
    expect(await row(into)).toMatchObject({
      state: 'escalated',
      answer_count: 1,
      comment_count: 2,
      same_count: 2,
      best_answer_id: answerId,
      last_answer_by_id: henk.person.id,
    })
    expect(await row(from)).toMatchObject({
      merged_into_id: into,
      answer_count: 0,
      comment_count: 0,
      best_answer_id: null,
    })
    const [picture] = await db.selectFrom('attachments').select('question_id').execute()
    expect(picture?.question_id).toBe(into)
    const text = wordsOf(await page(house.visitor(), into))
    for (const words of ['Het beste antwoord', 'Opmerking bij de vraag', 'Zelfde vraag', 'Zoeken we uit'])
      expect(text).toContain(words)
    expect(await page(noor, into)).toContain('Je volgt dit')
    expect(await noticesOf(noor)).toContain('Dit was al gevraagd.')
    const first = await row(into)
    expect(+(first.first_answer_at ?? 0)).toBeGreaterThanOrEqual(+first.created_at)
  })

  it('redirects old addresses for ever, also along a chain and of answers and comments', async () => {
    const [a, b, c] = [await ask('Vraag aa', noor), await ask('Vraag bee', noor), await ask('Vraag cee')]
    const answerId = await write.answer(henk, a, 'Reist mee')
    const commentId = await write.comment(yara, a, 'Reist ook mee', answerId)
    await write.decide(sam, a, 'merge', { other: b })
    await write.decide(sam, b, 'merge', { other: c })
    const visitor = house.visitor()
    for (const old of [`/questions/${a}`, `/questions/${a}/vraag-aa`, `/questions/${b}`]) {
      expect(await visitor.get(old)).toMatchObject({ status: 301, location: `/questions/${c}/vraag-cee` })
    }
    const answerAt = `/questions/${c}/answers/${answerId}`
    expect(await visitor.get(`/questions/${a}/answers/${answerId}`)).toMatchObject({ status: 301, location: answerAt })
    const commentAt = `/questions/${c}/comments/${commentId}`
    expect(await visitor.get(`/questions/${a}/comments/${commentId}`)).toMatchObject({
      status: 301,
      location: commentAt,
    })
    expect((await visitor.get(answerAt)).location).toBe(`/questions/${c}/vraag-cee#answer-${answerId}`)
    expect((await house.program(null).call('GET', `/api/v1/questions/${a}`)).location).toBe(`/api/v1/questions/${c}`)
    await write.decide(sam, c, 'move', { board: 'leden' })
    for (const old of [`/questions/${a}`, `/questions/${a}/answers/${answerId}`]) {
      expect(await visitor.get(old)).toMatchObject({ status: 404, location: '' })
    }
  })

  it('lets whoever still has the old page open do there what they meant to do', async () => {
    const [from, into] = [await ask('Oude pagina', noor), await ask('Nieuwe pagina')]
    const old = await write.answer(henk, from, 'Antwoord')
    await write.decide(sam, from, 'merge', { other: into })
    const posted = await yara.post(`/questions/${from}/answers`, { body: 'Net te laat', checked: 'true' })
    expect(posted.location).toContain(`/questions/${into}/answers/`)
    expect(await write.does(yara, `/questions/${from}/answers/${old}/thanks`)).toMatchObject({ status: 303 })
    const comment = { body: 'Ook te laat', answerId: old, checked: 'true' }
    expect((await yara.post(`/questions/${from}/comments`, comment)).location).toContain(`/questions/${into}/comments/`)
    const empty = await yara.post(`/questions/${from}/answers`, { body: '' })
    expect([empty.status, empty.text.includes('Nieuwe pagina')]).toEqual([422, true])
    const edit = await noor.post(`/questions/${from}/edit`, { title: 'Gekaapt', body: 'Gekaapt', checked: 'true' })
    expect([edit.status, edit.text.includes('Gekaapt')]).toEqual([404, true])
    expect((await row(into)).title).toBe('Nieuwe pagina')
  })

  it('is refused into itself, into what is hidden, and twice', async () => {
    const [a, b, hidden] = [await ask('Een'), await ask('Twee'), await ask('Verborgen')]
    await write.decide(sam, hidden, 'hide')
    const words = async (other: string) =>
      wordsOf((await sam.post(`/questions/${a}/keeping/merge`, { other, reason: 'x' })).text)
    expect(await words(a)).toContain('Dit is dezelfde vraag.')
    expect(await words(hidden)).toContain('verwijderd of verborgen')
    expect((await sam.post(`/questions/${a}/keeping/merge`, { other: '999999', reason: 'x' })).status).toBe(404)
    await write.decide(sam, a, 'merge', { other: b })
    expect(await words(hidden)).toContain('al samengevoegd')
    expect(wordsOf((await sam.post(`/questions/${a}/keeping/hide`, { reason: 'x' })).text)).toContain('al samengevoegd')
  })

  it('of what it was a duplicate of ends that', async () => {
    const [original, copy] = [await ask('Origineel twee'), await ask('Kopie twee')]
    await write.decide(sam, copy, 'duplicate', { other: original })
    await write.decide(sam, original, 'merge', { other: copy })
    expect(await row(copy)).toMatchObject({ state: 'new', duplicate_of_id: null })
  })

  it('a text of a board that a reader does not see is not shown with the other', async () => {
    const [secret, open] = [await ask('Ledengeheim', noor, 'leden'), await ask('Openbare vraag')]
    await write.decide(sam, secret, 'merge', { other: open })
    expect(await page(house.visitor(), open)).not.toContain('Ledengeheim')
    expect(await page(yara, open)).toContain('Ledengeheim')
  })
})

it('every count is right in the end, and nothing went wrong', async () => {
  await house.settle()
  expect(await listWrongCounts(db)).toEqual([])
  expect(house.troubles).toEqual([])
})
