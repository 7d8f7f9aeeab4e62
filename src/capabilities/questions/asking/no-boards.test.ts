import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { wholeHouse } from '#test/whole-house.ts'
import { writersIn } from '#test/written.ts'

const house = await wholeHouse(await testDatabase())

it('where nobody can ask yet there is no form, and who may do something about it is told what', async () => {
  const ask = '/questions/new?title=Hoi'
  const said = 'Er is nog geen onderwerp'
  const board = '/manage/settings/boards'
  const mira = await house.member('mira', { roles: ['manager'] })
  const fatima = await house.member('fatima')
  const visitor = house.visitor()
  for (const one of [mira, fatima, visitor]) {
    const { text } = await one.get(ask)
    expect([one.name, text.includes(said), text.includes('name="board"')]).toEqual([one.name, true, false])
    expect([one.name, text.includes(`href="${board}"`)]).toEqual([one.name, one === mira])
  }
  expect((await visitor.get(ask)).text).toContain('href="/sign-in?returnTo=%2Fquestions%2Fnew%3Ftitle%3DHoi"')
  await writersIn(house).board('warmte')
  expect((await fatima.get(ask)).text).toContain('name="board"')
})
