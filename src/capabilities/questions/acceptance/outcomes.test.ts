import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'

const { house, write, db, row, page, fatima, henk, yara, joris, piet, sam } = await questionHouse()
const state = async (id: string) => (await row(id)).state

async function answered(...by: Member[]) {
  const id = await write.question(fatima, { title: 'Waarom pendelt hij?', board: 'warmte' })
  const answers: string[] = []
  for (const one of by) answers.push(await write.answer(one, id, `Het antwoord van ${one.name}`))
  return { id, answers, path: (n: number, deed: string) => `/questions/${id}/answers/${answers[n]}/${deed}` }
}

const accept = (id: string, answerId: string | undefined, on = 'true') =>
  write.does(fatima, `/questions/${id}/acceptance`, { answerId: answerId ?? '', on })
const notSolved = (id: string, on = 'true') => write.does(fatima, `/questions/${id}/not-solved`, { on })

beforeAll(async () => {
  const product = await write.product('aero', 'ZW-Aero')
  await db.insertInto('product_versions').values({ product_id: product, name: '2024' }).execute()
})

describe('the asker', () => {
  it('confirms several answers, picks the best, and takes one or all back', async () => {
    const { id, answers } = await answered(henk, yara)
    await accept(id, answers[0])
    await accept(id, answers[1])
    expect(await row(id)).toMatchObject({ state: 'confirmed', best_answer_id: answers[1] })
    await accept(id, answers[0])
    expect((await row(id)).best_answer_id).toBe(answers[0])
    const html = await page(house.visitor(), id)
    expect(html.indexOf(`id="answer-${answers[0]}"`)).toBeLessThan(html.indexOf(`id="answer-${answers[1]}"`))
    await accept(id, answers[0], 'false')
    expect(await row(id)).toMatchObject({ state: 'confirmed', best_answer_id: answers[1] })
    await accept(id, '', 'false')
    expect(await row(id)).toMatchObject({ state: 'answered', best_answer_id: null, solved_at: null })
  })

  it('confirms also after the question was closed, and nobody else does', async () => {
    const { id, answers } = await answered(henk)
    await write.decide(sam, id, 'close')
    for (const other of [henk, sam]) {
      const refusal = await other.post(`/questions/${id}/acceptance`, { answerId: answers[0] ?? '' })
      expect([refusal.status, wordsOf(refusal.text).includes('Alleen wie de vraag stelde')]).toEqual([409, true])
    }
    await accept(id, answers[0])
    expect(await state(id)).toBe('confirmed')
  })

  it('says "not solved": it opens again, moves up, and can be taken back', async () => {
    const { id, answers } = await answered(henk)
    await accept(id, answers[0])
    await write.decide(sam, id, 'close')
    const before = await row(id)
    await notSolved(id)
    const after = await row(id)
    expect([after.state, after.closed_at]).toEqual(['not-solved', null])
    expect(+after.moved_up_at).toBeGreaterThan(+before.moved_up_at)
    await notSolved(id, 'false')
    expect(await state(id)).toBe('confirmed')
    await notSolved(id)
    await accept(id, answers[0])
    expect(await state(id)).toBe('confirmed')
  })

  it('loses the best answer when it is taken away, and gets it back', async () => {
    const { id, answers } = await answered(henk, yara)
    await accept(id, answers[0])
    await write.decide(sam, id, 'hide', {}, `?answer=${answers[0]}`)
    expect(await row(id)).toMatchObject({ state: 'answered', best_answer_id: null, answer_count: 1 })
    await write.decide(sam, id, 'restore', {}, `?answer=${answers[0]}`)
    expect(await row(id)).toMatchObject({ state: 'confirmed', best_answer_id: answers[0], answer_count: 2 })
  })

  it('who only says thanks is offered to confirm', async () => {
    const { id, answers } = await answered(henk)
    await write.comment(fatima, id, 'Bedankt, hij doet het weer!', answers[0])
    expect(wordsOf(await page(fatima, id))).toContain('hij doet het weer!')
    expect(await page(fatima, id)).toMatch(/notice-success[\s\S]*name="answerId" value="\d+"/)
    expect(await page(henk, id)).not.toContain('notice-success')
  })

  it('an answer of another question, or none, cannot be confirmed', async () => {
    const [one, other] = [await answered(henk), await answered(yara)]
    for (const answerId of [other.answers[0] ?? '', '999999', 'x']) {
      expect((await fatima.post(`/questions/${one.id}/acceptance`, { answerId })).status).toBe(404)
    }
  })
})

describe('other members', () => {
  it('confirm it together: three of them, neither asker nor author', async () => {
    const { id, path } = await answered(henk)
    for (const one of [fatima, henk]) expect((await one.post(path(0, 'worked'))).status).toBe(409)
    for (const one of [yara, joris]) await write.does(one, path(0, 'worked'))
    await write.does(joris, path(0, 'worked'))
    expect(await state(id)).toBe('answered')
    await write.does(piet, path(0, 'worked'))
    expect(await state(id)).toBe('community-confirmed')
    await write.does(piet, path(0, 'worked'), { on: 'false' })
    await write.does(piet, path(0, 'worked'), { on: 'false' })
    expect(await state(id)).toBe('answered')
  })

  it('as many as the brand has set', async () => {
    await db.updateTable('brand').set({ community_confirmations: 1 }).execute()
    house.site.signals.send(['brand'])
    const { id, path } = await answered(henk)
    await write.does(yara, path(0, 'worked'))
    expect(await state(id)).toBe('community-confirmed')
    await db.updateTable('brand').set({ community_confirmations: 3 }).execute()
    house.site.signals.send(['brand'])
  })

  it('thank once, take it back, and never thank themselves', async () => {
    const { answers, path } = await answered(henk)
    const thanks = async () =>
      (
        await db
          .selectFrom('answers')
          .select('thanks_count')
          .where('id', '=', answers[0] ?? '')
          .executeTakeFirst()
      )?.thanks_count
    await write.does(yara, path(0, 'thanks'))
    await write.does(yara, path(0, 'thanks'))
    expect(await thanks()).toBe(1)
    expect((await henk.post(path(0, 'thanks'))).status).toBe(409)
    for (let n = 0; n < 2; n++) await write.does(yara, path(0, 'thanks'), { on: 'false' })
    expect(await thanks()).toBe(0)
  })

  it('who have this too are counted once and follow; who stop following are not made to again', async () => {
    const { id } = await answered(henk)
    for (let n = 0; n < 2; n++) await write.does(yara, `/questions/${id}/same`)
    expect((await row(id)).same_count).toBe(1)
    expect(await page(yara, id)).toContain('Je volgt dit')
    await write.does(yara, `/questions/${id}/following`, { on: 'false' })
    await write.answer(yara, id, 'Nog iets')
    expect(await page(yara, id)).not.toContain('Je volgt dit')
    await write.does(yara, `/questions/${id}/following`, { on: 'true' })
    expect(await page(yara, id)).toContain('Je volgt dit')
    await write.does(yara, `/questions/${id}/same`, { on: 'false' })
    expect((await row(id)).same_count).toBe(0)
    expect((await fatima.post(`/questions/${id}/same`)).status).toBe(409)
  })
})

describe('staff', () => {
  it('verifies for a version, on a date; a new verdict takes the place of the old one', async () => {
    const { id, answers, path } = await answered(henk)
    expect((await yara.get(path(0, 'verification'))).status).toBe(404)
    expect((await sam.get(path(0, 'verification'))).status).toBe(200)
    const fields = { verdict: 'verified', product: 'aero/2024', note: 'Nagekeken' }
    await write.does(sam, path(0, 'verification'), fields)
    expect(await state(id)).toBe('brand-verified')
    expect(wordsOf(await page(house.visitor(), id))).toContain('ZW-Aero 2024')
    const missing = await sam.post(path(0, 'verification'), { verdict: 'outdated' })
    expect(missing.status).toBe(422)
    await write.does(sam, path(0, 'verification'), { verdict: 'outdated', note: 'Sinds 5.0 anders' })
    await write.does(sam, path(0, 'verification'), { verdict: 'outdated', note: 'Sinds 5.1 anders' })
    const html = await page(house.visitor(), id)
    expect([html.includes('Sinds 5.1 anders'), html.includes('Sinds 5.0 anders')]).toEqual([true, false])
    const marks = db
      .selectFrom('marks')
      .select('kind')
      .where('answer_id', '=', answers[0] ?? '')
    expect(await marks.where('withdrawn_at', 'is', null).execute()).toEqual([{ kind: 'outdated' }])
    await write.does(sam, path(0, 'verification'), { verdict: 'none' })
    expect(await state(id)).toBe('answered')
  })

  it('verifies for every product when it names none', async () => {
    const { id, path } = await answered(henk)
    await write.does(sam, path(0, 'verification'), { verdict: 'verified' })
    expect(await page(house.visitor(), id)).toMatch(/Geverifieerd door [^<]*\d{4}<\/p>/)
  })

  it('says of a confirmed answer that it is outdated', async () => {
    const { id, answers, path } = await answered(henk)
    await accept(id, answers[0])
    await write.does(sam, path(0, 'verification'), { verdict: 'outdated', note: 'Niet meer zo' })
    expect(await row(id)).toMatchObject({ state: 'outdated', solved_at: null })
  })

  it('takes a question up itself, which everybody sees, and gives it back', async () => {
    const { id } = await answered(henk)
    expect((await henk.post(`/questions/${id}/escalation`, { on: 'true' })).status).toBe(404)
    expect((await sam.get(`/questions/${id}/escalation`)).status).toBe(200)
    for (let n = 0; n < 2; n++)
      await write.does(sam, `/questions/${id}/escalation`, { on: 'true', note: 'Met de monteur' })
    expect(await state(id)).toBe('escalated')
    expect(wordsOf(await page(house.visitor(), id))).toContain('Met de monteur')
    await write.does(sam, `/questions/${id}/escalation`, { on: 'false' })
    expect(await state(id)).toBe('answered')
  })
})

it('every count is right in the end, and nothing went wrong', async () => {
  await house.settle()
  expect(await listWrongCounts(db)).toEqual([])
  expect(house.troubles).toEqual([])
})
