import { expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'

const { house, db, write, mira, sam, fatima } = await questionHouse()

const TITLE = 'Voordat de eerste klanten komen'
const home = async (reader: typeof mira) => (await reader.get('/')).text
const leftToDo = async () =>
  [...(await home(mira)).matchAll(/<li>(?:(?!<\/li>).)*<a href="([^"]+)">/gs)]
    .map(([, path]) => path)
    .filter((path) => path?.startsWith('/manage/settings') || path === '/questions/new')

it('a new community tells who keeps its settings what is left to do, and nobody else', async () => {
  expect(await home(mira)).toContain(TITLE)
  for (const reader of [sam, fatima]) expect(await home(reader)).not.toContain(TITLE)
  expect(await leftToDo()).toEqual([
    '/manage/settings',
    '/manage/settings/boards',
    '/manage/settings/products',
    '/questions/new',
  ])
})

it('ticks off what is done, and says nothing more when all of it is', async () => {
  await write.board('zon')
  await write.question(fatima, { title: 'Waar zie ik mijn opbrengst?', board: 'zon' })
  expect(await leftToDo()).toEqual(['/manage/settings', '/manage/settings/products'])
  await write.product('boiler')
  await db.updateTable('brand').set({ hue: 20 }).execute()
  house.site.signals.send(['brand'])
  expect(await home(mira)).not.toContain(TITLE)
})

it('leaves a community alone in which people ask, whatever was left', async () => {
  await db.deleteFrom('products').execute()
  expect(await home(mira)).toContain(TITLE)
  for (let n = 0; n < 9; n++) await write.question(fatima, { title: `Hoe zit het met nummer ${n}?`, board: 'warmte' })
  expect(await home(mira)).not.toContain(TITLE)
  expect(house.troubles).toEqual([])
})
