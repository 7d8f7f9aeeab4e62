import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'

const { house, write, db, fatima, henk, yara, sam } = await questionHouse()

beforeAll(async () => {
  await write.board('lijst', { access: 'listed' })
})

const ask = (body = 'Wie weet dit?', board = 'warmte', by = fatima) =>
  write.question(by, { title: 'Waarom pendelt hij?', body, board })
const edit = (by: Member, path: string, body: string) =>
  write.does(by, `${path}/edit`, { title: 'Waarom pendelt hij?', body, checked: 'true' })

/** Of which kinds this member was told about the question, oldest first. */
async function toldTo(member: Member, questionId: string): Promise<string[]> {
  await house.settle()
  const told = db.selectFrom('notices').select('kind').where('member_id', '=', member.person.id)
  return (await told.where('question_id', '=', questionId).orderBy('id').execute()).map(({ kind }) => kind)
}

describe('whoever is named for the first time when a text is changed', () => {
  it('is told once, and whoever was named before is not told again', async () => {
    const id = await ask('Weet @henk dit?')
    await edit(fatima, `/questions/${id}`, 'Weet @henk dit, of @yara?')
    await edit(fatima, `/questions/${id}`, 'Weet iemand dit?')
    await edit(fatima, `/questions/${id}`, 'Weet @yara dit, of @henk?')
    expect([await toldTo(henk, id), await toldTo(yara, id)]).toEqual([['mention'], ['mention']])
  })

  it('hears it of an answer and of a comment, also who was told of the answer itself', async () => {
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Zet hem lager.')
    const commentId = await write.comment(yara, id, 'Hoe dan?', answerId)
    expect(await toldTo(fatima, id)).toEqual(['answer', 'comment'])
    await edit(henk, `/questions/${id}/answers/${answerId}`, 'Zet hem lager, @fatima.')
    await edit(yara, `/questions/${id}/comments/${commentId}`, 'Hoe dan, @sam?')
    expect(await toldTo(fatima, id)).toEqual(['answer', 'comment', 'mention'])
    expect(await toldTo(sam, id)).toEqual(['mention'])
    const notices = (await fatima.get('/notices')).text
    const [, notice = ''] = /href="(\/notices\/\d+)"/.exec(notices) ?? []
    expect((await fatima.get(notice)).location).toBe(`/questions/${id}/answers/${answerId}`)
  })

  it('hears nothing of what they may not see', async () => {
    const behindADoor = await ask('Onder ons', 'lijst', sam)
    await edit(sam, `/questions/${behindADoor}`, 'Onder ons, @yara.')
    const id = await ask()
    const answerId = await write.answer(henk, id, 'Weg ermee.')
    await write.decide(sam, id, 'hide', {}, `?answer=${answerId}`)
    await edit(sam, `/questions/${id}/answers/${answerId}`, 'Weg ermee, @yara.')
    expect([await toldTo(yara, behindADoor), await toldTo(yara, id)]).toEqual([[], []])
  })

  it('is one of ten at most, however often the text is changed', async () => {
    const others = Array.from({ length: 9 }, (_, n) => `@iemand${n}`).join(' ')
    const id = await ask(`Voor ${others}`)
    await edit(fatima, `/questions/${id}`, `Voor ${others} @henk @yara`)
    expect([await toldTo(henk, id), await toldTo(yara, id)]).toEqual([['mention'], []])
  })
})
