import { expect, it } from 'vitest'
import { createRateLimits, noLimits, type RateLimits } from '#platform/http/rate-limits.ts'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { wholeHouse } from '#test/whole-house.ts'
import { writersIn } from '#test/written.ts'

const database = await testDatabase()
const house = await wholeHouse(database)
const write = writersIn(house)

it('whoever keeps changing a text is stopped for the day and keeps what they wrote; staff are not', async () => {
  await write.board('warmte')
  const fatima = await house.member('fatima')
  const id = await write.question(fatima, { title: 'Waarom pendelt hij?', board: 'warmte' })
  const real = createRateLimits(database.pool)
  const spend: RateLimits['spend'] = (name, asker) => (name === 'general' ? noLimits : real).spend(name, asker)
  Object.assign(house.site, { limits: { ...real, spend } })
  const edit = (nth: number, by = fatima) =>
    by.post(`/questions/${id}/edit`, {
      title: `Versie ${nth}`,
      body: `De tekst van versie ${nth}`,
      checked: 'true',
    })
  for (let nth = 1; nth <= 30; nth += 1) expect([nth, (await edit(nth)).status]).toEqual([nth, 303])
  const stopped = await edit(31)
  expect([stopped.status, stopped.text.includes('De tekst van versie 31')]).toEqual([429, true])
  expect(stopped.text).toContain('Probeer het over 24 uur opnieuw.')
  const sam = await employee(house, 'sam', 'moderator')
  for (let nth = 1; nth <= 31; nth += 1) expect([nth, (await edit(nth, sam)).status]).toEqual([nth, 303])
})
