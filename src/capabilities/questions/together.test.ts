import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { listWrongCounts } from './bulk/wrong-counts.ts'

const MANY = 50
const { house, write, db, row, fatima, sam } = await questionHouse()
const crowd: Member[] = []

const ask = (title: string) => write.question(fatima, { title, board: 'warmte' })
const statuses = async (posts: readonly Promise<{ status: number }>[]) => [
  ...new Set((await Promise.all(posts)).map(({ status }) => status)),
]

beforeAll(async () => {
  for (let n = 0; n < MANY; n++) crowd.push(await house.member(`lid-${n}`))
}, 60_000)

describe('fifty at the same moment', () => {
  it('answer, thank, say that it worked and have it too: each counts once', async () => {
    const id = await ask('Allemaal tegelijk?')
    const answers = crowd.map((one) =>
      one.post(`/questions/${id}/answers`, { body: `Van ${one.name}`, checked: 'true' }),
    )
    expect(await statuses(answers)).toEqual([303])
    expect((await row(id)).answer_count).toBe(MANY)
    const mine = await db.selectFrom('answers').select('id').where('question_id', '=', id).execute()
    const one = await write.answer(sam, id, 'Het antwoord')
    const deeds = crowd.flatMap((who) =>
      [`answers/${one}/thanks`, `answers/${one}/worked`, 'same', 'following', `answers/${one}/thanks`].map((deed) =>
        who.post(`/questions/${id}/${deed}`, { on: 'true' }),
      ),
    )
    expect(await statuses(deeds)).toEqual([303])
    expect((await row(id)).same_count).toBe(MANY)
    const counted = db.selectFrom('answers').select(['thanks_count', 'worked_count']).where('id', '=', one)
    expect(await counted.executeTakeFirst()).toEqual({ thanks_count: MANY, worked_count: MANY })
    const accepts = mine.map((answer) => fatima.post(`/questions/${id}/acceptance`, { answerId: answer.id }))
    expect(await statuses(accepts)).toEqual([303])
    const all = [...mine.slice(0, 10), ...mine.slice(0, 10).reverse()]
    const withdrawals = all.map((answer) =>
      fatima.post(`/questions/${id}/acceptance`, { answerId: answer.id, on: 'false' }),
    )
    expect(await statuses([...withdrawals, fatima.post(`/questions/${id}/not-solved`, { on: 'true' })])).toEqual([303])
    await house.settle()
    expect(await listWrongCounts(db)).toEqual([])
  }, 60_000)

  it('with notices being delivered between them, nobody waits for ever', async () => {
    const id = await ask('En wie het hoort?')
    const answers = crowd
      .slice(0, 20)
      .map((one) => one.post(`/questions/${id}/answers`, { body: `Nu ${one.name}`, checked: 'true' }))
    const [seen] = await Promise.all([statuses(answers), house.settle(), house.settle()])
    expect(seen).toEqual([303])
  }, 60_000)
})

describe('two merges that cross each other', () => {
  it('end with one question that holds everything', async () => {
    const [a, b] = [await ask('Kruis een'), await ask('Kruis twee')]
    for (const id of [a, b]) await write.answer(crowd[0] as Member, id, `Antwoord bij ${id}`)
    const merge = (id: string, other: string) => sam.post(`/questions/${id}/keeping/merge`, { other, reason: 'Dubbel' })
    const answered = crowd
      .slice(1, 11)
      .map((one) => one.post(`/questions/${a}/answers`, { body: `Door ${one.name}`, checked: 'true' }))
    const [one, other] = await Promise.all([merge(a, b), merge(b, a), ...answered])
    expect([one.status, other.status].sort()).toEqual([303, 422])
    expect(await statuses(answered)).toEqual([303])
    const kept = (await row(a)).merged_into_id === null ? a : b
    expect((await row(kept)).answer_count).toBe(12)
    await house.settle()
    expect(await listWrongCounts(db)).toEqual([])
    expect(house.troubles).toEqual([])
  }, 60_000)
})
