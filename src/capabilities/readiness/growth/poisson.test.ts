import { expect, test } from 'vitest'
import { streamOf, toUnit } from '../chance/streams.ts'
import { poisson } from './poisson.ts'

test.each([0.4, 7, 80])(
  'where %d people are expected, about as many come, and as unevenly as chance has it',
  (expected) => {
    const stream = streamOf(3, 'poisson')
    const draws = Array.from({ length: 20_000 }, () => poisson(expected, () => toUnit(stream.next())))
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length
    const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.04)
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.04)
  },
)

test('where nobody is expected, nobody comes', () => {
  expect(poisson(0, () => 0.5)).toBe(0)
})
