import { expect, test } from 'vitest'
import { launchAt, rampAt } from './arrivals.ts'

test('visitors come slowly at first, half of them in month t50, and nearly all after three years', () => {
  expect(rampAt(1, 14)).toBeCloseTo(0.037327, 6)
  expect(rampAt(14, 14)).toBe(0.5)
  expect(rampAt(36, 14)).toBeCloseTo(0.99593, 6)
})

test('whoever is invited at the start comes in the first three months', () => {
  expect([0, 1, 2, 3, 4].map(launchAt)).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 0])
})
