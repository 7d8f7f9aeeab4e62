import { expect, it } from 'vitest'
import { chance, money, shortMoney } from './figures.ts'

it('a loss is read in one piece: sign, currency and figure are never parted at the end of a line', () => {
  expect(money(-396_313, 'en')).toBe('-\u2060€396,313')
  expect(shortMoney(-396_313, 'en')).toMatch(/^-\u2060€396/)
  expect(money(396_313, 'en')).toBe('€396,313')
  expect(money(-396_313, 'nl')).toBe('€\u00a0-396.313')
})

it('a chance that is almost nothing or almost everything is not rounded to it', () => {
  expect([chance(0.001, 'nl'), chance(0.999, 'en')]).toEqual(['<\u00a01%', '>\u00a099%'])
  expect([chance(0, 'nl'), chance(0.42, 'nl'), chance(1, 'nl')]).toEqual(['0%', '42%', '100%'])
})
