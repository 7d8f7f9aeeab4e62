import { expect, it } from 'vitest'
import { translator } from '#platform/i18n/translate.ts'
import { CalculationDesk, SERVER_RUNS } from './calculation-desk.ts'
import { usualCase } from './inputs.ts'
import { chartTexts } from './texts.ts'

const texts = chartTexts(translator('nl'))

it('while one case is calculated, the server goes on with other things', async () => {
  let turns = 0
  let isReady = false
  const turn = () => {
    turns++
    if (!isReady) setImmediate(turn)
  }
  setImmediate(turn)
  const answered = await new CalculationDesk().calculate(usualCase('mid'), texts)
  isReady = true
  expect(turns).toBeGreaterThan(100)
  expect(answered).toMatchObject({ extent: 'fewer-runs', result: { runs: SERVER_RUNS }, input: { runs: 100_000 } })
})

it('who asks for no more runs than the server does, gets them all', async () => {
  const answered = await new CalculationDesk().calculate({ ...usualCase('mid'), runs: 500 }, texts)
  expect(answered).toMatchObject({ extent: 'whole', result: { runs: 500 } })
  expect(Object.keys(answered.drawings).sort()).toEqual(['benefits', 'cash', 'npv', 'tornado'])
})

it('when too many ask at once, the last get what takes no time, and nobody is turned away', async () => {
  const desk = new CalculationDesk()
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, seed) => desk.calculate({ ...usualCase('small'), runs: 1000, seed }, texts)),
  )
  const extents = all.map(({ extent }) => extent)
  expect(extents.filter((one) => one === 'whole')).toHaveLength(6)
  expect(extents.slice(6)).toEqual(Array(4).fill('at-modes'))
  for (const { result } of all) expect(result.atModes?.npv).toBe(all[0]?.result.atModes?.npv)
})
