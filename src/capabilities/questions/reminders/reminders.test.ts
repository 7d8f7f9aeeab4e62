import { beforeAll, describe, expect, it } from 'vitest'
import { mailTo } from '#test/people.ts'
import { questionHouse } from '#test/question-house.ts'
import { ORIGIN } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'
import { listWrongCounts } from '../bulk/wrong-counts.ts'
import { writeOutcomeToken } from './outcome-token.ts'
import { sendReminders } from './remind.ts'

const { house, write, db, row, henk, sam } = await questionHouse()
let count = 0

/** A question with an answer of so many days ago, by an asker of its own. */
async function answered(days: number) {
  count += 1
  const asker = await house.member(`vrager-${count}`)
  const id = await write.question(asker, { title: `Waarom pendelt hij, deel ${count}?`, board: 'warmte' })
  const answerId = await write.answer(henk, id, `Zet de stooklijn lager, stap ${count}.`)
  await answeredDaysAgo(id, days)
  const mails = async () =>
    (await mailTo(house.site, `${asker.name}@zonnewinde.example`)).filter((mail) => mail.kind === 'reminder')
  return { asker, id, answerId, mails }
}

async function answeredDaysAgo(id: string, days: number) {
  const first_answer_at = new Date(Date.now() - days * 86_400_000)
  await db.updateTable('questions').set({ first_answer_at }).where('id', '=', id).execute()
}

async function remind() {
  const sent = await sendReminders(house.site)
  await house.settle()
  return sent
}

const linksIn = (text: string) =>
  [...text.matchAll(/http:\/\/localhost:3000(\/[^\s)>]+)/g)].map((match) => match[1] ?? '')
const outcomesIn = (text: string) => linksIn(text).filter((path) => path.startsWith('/outcomes/'))

beforeAll(async () => {
  await write.board('leden', { access: 'listed' })
})

describe('an asker without outcome', () => {
  it('is mailed after two days and after seven, and never more', async () => {
    const { id, mails } = await answered(1)
    await remind()
    expect(await mails()).toHaveLength(0)
    await answeredDaysAgo(id, 2.1)
    await Promise.all([remind(), remind()])
    await remind()
    expect(await mails()).toHaveLength(1)
    await answeredDaysAgo(id, 7.1)
    await remind()
    await remind()
    expect(await mails()).toHaveLength(2)
    await answeredDaysAgo(id, 9)
    await remind()
    const [mail] = await mails()
    expect(await mails()).toHaveLength(2)
    for (const face of [mail?.text, mail?.html]) expect(face).toContain('Zet de stooklijn lager')
  })

  it('is left alone once it ended, when the answer is gone, and when it is too long ago', async () => {
    const [ended, gone, old] = [await answered(3), await answered(3), await answered(40)]
    await write.does(ended.asker, `/questions/${ended.id}/acceptance`, { answerId: ended.answerId })
    await write.decide(sam, gone.id, 'hide', {}, `?answer=${gone.answerId}`)
    await remind()
    for (const { mails } of [ended, gone, old]) expect(await mails()).toHaveLength(0)
  })

  it('is not mailed about what they may not see any more, nor when they wish no reminders', async () => {
    const [moved, unwilling] = [await answered(3), await answered(3)]
    await write.decide(sam, moved.id, 'move', { board: 'leden' })
    const first = await answered(3)
    await remind()
    const stop = linksIn((await first.mails())[0]?.text ?? '').find((path) => path.startsWith('/unsubscribe/')) ?? ''
    expect((await house.visitor().get(stop)).status).toBe(200)
    expect((await house.visitor().post(stop)).status).toBe(200)
    await answeredDaysAgo(first.id, 7.5)
    await db
      .insertInto('notice_preferences')
      .values({ member_id: unwilling.asker.person.id, kind: 'reminder', mail: 'off' })
      .execute()
    await answeredDaysAgo(unwilling.id, 7.5)
    await remind()
    expect(await first.mails()).toHaveLength(1)
    expect(await moved.mails()).toHaveLength(0)
    expect((await unwilling.mails()).length).toBeLessThanOrEqual(1)
  })
})

describe('the link in the mail', () => {
  it('changes nothing when a mail scanner follows it; the button does, signed out, and can be undone', async () => {
    const { id, answerId, mails } = await answered(2.5)
    await remind()
    const [solved = '', notSolved = ''] = outcomesIn((await mails())[0]?.text ?? '')
    const visitor = house.visitor()
    for (const path of [solved, notSolved]) {
      const looked = await visitor.get(path)
      expect(looked.status).toBe(200)
      expect(looked.headers['set-cookie']).toBeUndefined()
    }
    expect(wordsOf((await visitor.get(solved)).text)).toContain('Zet de stooklijn lager')
    expect((await visitor.send({ method: 'HEAD', url: solved })).status).toBe(200)
    expect((await row(id)).state).toBe('answered')
    expect((await visitor.post(solved)).status).toBe(200)
    expect(await row(id)).toMatchObject({ state: 'confirmed', best_answer_id: answerId })
    await visitor.post(solved)
    await visitor.post(solved, { undo: 'true' })
    expect((await row(id)).state).toBe('answered')
    await visitor.post(notSolved)
    expect((await row(id)).state).toBe('not-solved')
    await visitor.post(notSolved, { undo: 'true' })
    expect((await row(id)).state).toBe('answered')
    await expect(visitor.get('/account')).resolves.toMatchObject({ status: 303 })
  })

  it('does not work from another site', async () => {
    const { id, asker, answerId } = await answered(2.5)
    const act = { questionId: id, askerId: asker.person.id, act: 'solved', answerId } as const
    const token = writeOutcomeToken(house.site.secret('links'), act, new Date())
    const elsewhere = { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' }
    expect((await house.visitor().post(`/outcomes/${token}`, {}, elsewhere)).status).toBe(403)
    expect((await house.visitor().post(`/outcomes/${token}`, {}, { origin: ORIGIN })).status).toBe(200)
  })

  it('says that it no longer works when forged, expired, of another asker, or when the question is gone', async () => {
    const [one, other] = [await answered(2.5), await answered(2.5)]
    const secret = house.site.secret('links')
    const act = { questionId: one.id, askerId: one.asker.person.id, act: 'solved', answerId: one.answerId } as const
    const token = writeOutcomeToken(secret, act, new Date())
    const month = new Date(Date.now() - 30.1 * 86_400_000)
    const wrong = [
      writeOutcomeToken('een ander geheim', act, new Date()),
      writeOutcomeToken(secret, act, month),
      writeOutcomeToken(secret, { ...act, askerId: other.asker.person.id }, new Date()),
      writeOutcomeToken(secret, { ...act, answerId: other.answerId }, new Date()),
      token.replace(one.id, other.id),
      `${token}x`,
      'onzin',
      'x'.repeat(90),
    ]
    for (const path of wrong.map((one) => `/outcomes/${one}`)) {
      expect((await house.visitor().get(path)).status).toBe(404)
      expect((await house.visitor().post(path)).status).toBe(404)
    }
    await write.decide(sam, one.id, 'hide', { reason: 'Even weg' })
    const hidden = await house.visitor().get(`/outcomes/${token}`)
    expect([hidden.status, hidden.text.includes('Waarom pendelt')]).toEqual([404, false])
    expect((await house.visitor().post(`/outcomes/${token}`)).status).toBe(404)
    await write.decide(sam, one.id, 'restore')
    await write.decide(sam, one.id, 'merge', { other: other.id })
    expect((await house.visitor().post(`/outcomes/${token}`)).status).toBe(404)
    expect((await row(one.id)).state).toBe('new')
  })
})

it('every count is right in the end, and nothing went wrong', async () => {
  expect(await listWrongCounts(db)).toEqual([])
  expect(house.troubles).toEqual([])
})
