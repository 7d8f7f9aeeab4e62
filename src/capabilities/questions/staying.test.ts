import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { type Member, ORIGIN, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
let fatima: Member
let henk: Member
let sam: Member

beforeAll(async () => {
  await write.board('warmte')
  fatima = await house.member('fatima')
  henk = await house.member('henk')
  sam = await employee(house, 'sam', 'moderator')
})

const ask = () => write.question(fatima, { title: 'Waarom pendelt hij?', board: 'warmte' })
const slug = 'waarom-pendelt-hij'

describe('whoever presses a button below an answer', () => {
  it('comes back to that answer, on the turn of the answers they looked at', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Zet hem lager.')
    const at = `/questions/${id}/answers/${answerId}/thanks`
    const looking = { referer: `${ORIGIN}/questions/${id}/${slug}?sort=time&after=12&said=asked&x=1&last=%0d%0aX` }
    expect((await fatima.post(at, {}, looking)).location).toBe(
      `/questions/${id}/${slug}?sort=time&after=12&said=thanked#answer-${answerId}`,
    )
    for (const referer of ['', 'nonsense', `${ORIGIN}/`]) {
      const taken = await fatima.post(at, { on: 'false' }, { referer })
      expect(taken.location).toBe(`/questions/${id}/${slug}?said=withdrawn#answer-${answerId}`)
    }
  })

  it('gets the place in the address once more when a script follows, which loses what is behind the #', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Zet hem lager.')
    const script = { accept: 'text/vnd.turbo-stream.html, text/html, application/xhtml+xml' }
    const thanked = await fatima.post(`/questions/${id}/answers/${answerId}/thanks`, {}, script)
    expect(thanked.location).toBe(`/questions/${id}/${slug}?said=thanked&at=answer-${answerId}#answer-${answerId}`)
    expect((await fatima.get(`/questions/${id}`, script)).location).toBe(`/questions/${id}/${slug}`)
  })
})

describe('whoever decided about an answer or a comment', () => {
  it('comes back to where it stands, also who changed their mind', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Zet hem lager.')
    const commentId = await write.comment(fatima, id, 'Hoe dan?', answerId)
    const at = { answer: `/questions/${id}/answers/${answerId}`, comment: `/questions/${id}/comments/${commentId}` }
    for (const [kind, post] of [
      ['answer', answerId],
      ['comment', commentId],
    ] as const) {
      const deciding = `/questions/${id}/keeping/hide?${kind}=${post}`
      expect((await sam.get(deciding)).text).toContain(`href="${at[kind]}"`)
      expect((await sam.post(deciding, { reason: 'Zo is het beter.' })).location).toBe(`${at[kind]}?said=hidden`)
      await write.decide(sam, id, 'restore', {}, `?${kind}=${post}`)
    }
    const verified = await sam.post(`${at.answer}/verification`, { verdict: 'verified' })
    expect(verified.location).toBe(`${at.answer}?said=verified`)
    const taken = await henk.post(`${at.answer}/deletion`)
    expect(taken.location).toBe(`${at.answer}?said=deleted`)
  })
})

describe('whoever writes without scripts', () => {
  it('is led to the form that came back, not to the top of a page that looks as if nothing happened', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Zet hem lager.')
    for (const { path, form } of [
      { path: 'answers', form: 'answer-form' },
      { path: 'comments', form: 'comment-on-question' },
      { path: 'comments', form: `comment-on-${answerId}` },
    ]) {
      const { text } = await henk.get(`/questions/${id}/${slug}`)
      expect(text).toContain(`action="/questions/${id}/${path}#${form}"`)
      expect(text).toContain(`id="${form}"`)
    }
  })
})

describe('whoever asked', () => {
  it('is not asked for the answer, but told to wait, and where to write what they found', async () => {
    const page = async (one: Member, id: string) => wordsOf((await one.get(`/questions/${id}/${slug}`)).text)
    const id = await ask()
    const [own, other] = [await page(fatima, id), await page(henk, id)]
    expect(own).toContain('Zodra iemand antwoordt, hoor je het.')
    expect(own).toContain('Zelf gevonden wat het was?')
    expect(own).not.toMatch(/Weet jij het|Weet je hier iets van/)
    expect(other).toContain('Weet je hier iets van?')
    expect(other).not.toContain('Zelf gevonden')
  })
})
