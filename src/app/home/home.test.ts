import { expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'

const { house, write, fatima, henk } = await questionHouse()

const placeholder = async () => /placeholder="([^"]*)"/.exec((await house.visitor().get('/')).text)?.[1]

async function solved(title: string, board = 'warmte'): Promise<string> {
  const id = await write.question(fatima, { title, board })
  const answerId = await write.answer(henk, id, 'Draai de kraan een kwartslag.')
  await write.does(fatima, `/questions/${id}/acceptance`, { answerId })
  return id
}

it('where there is one board only, that is where one asks', async () => {
  const chosen = async () =>
    /<option value="([^"]*)"[^>]* selected/.exec((await fatima.get('/questions/new')).text)?.[1]
  expect(await chosen()).toBe('warmte')
  await write.board('zon')
  expect(await chosen()).not.toBe('warmte')
})

it('the box gives as an example what was asked and solved here, and that everybody may see', async () => {
  await write.board('intern', { access: 'members' })
  expect(await placeholder()).toBe('Vertel wat er aan de hand is')
  await write.question(fatima, { title: 'Boiler tikt in de nacht', board: 'warmte' })
  await solved(`Boiler ${'die maar blijft tikken '.repeat(4)}`)
  await solved('Geheime boiler tikt', 'intern')
  expect(await placeholder()).toBe('Vertel wat er aan de hand is')

  const often = await solved('Boiler is lauw')
  await write.does(henk, `/questions/${often}/same`, {})
  await solved('Boiler bromt zacht')
  expect(await placeholder()).toBe('Bijvoorbeeld: “Boiler is lauw”')
  expect(house.troubles).toEqual([])
})
