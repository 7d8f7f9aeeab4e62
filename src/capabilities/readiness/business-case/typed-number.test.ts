import { expect, it } from 'vitest'
import { asPercent, fromPercent, spelled, typedNumber } from './typed-number.ts'

it('a director who writes Dutch uses a comma for decimals, or a point where it can mean nothing else', () => {
  expect(typedNumber('0,5', 'nl')).toEqual({ value: 0.5 })
  expect(typedNumber('0.004', 'nl')).toEqual({ value: 0.004 })
  expect(typedNumber(' 2.5 ', 'nl')).toEqual({ value: 2.5 })
  expect(typedNumber('1500000', 'nl')).toEqual({ value: 1_500_000 })
  expect(typedNumber('-5', 'nl')).toEqual({ value: -5 })
})

it.each(['500.000', '1.300', '1.000.000', '1.000,50', '1 000', "1'000", '1.000.000,5'])(
  'a Dutch reader who writes %s is asked what is meant, because it could be two numbers',
  (typed) => expect(typedNumber(typed, 'nl')).toEqual({ wrong: 'thousands' }),
)

it.each(['1,500', '0,5', '2,50'])('an English reader who writes %s is told to use a point', (typed) => {
  expect(typedNumber(typed, 'en')).toEqual({ wrong: 'comma' })
})

it.each(['1,000,000', '1,000.50', '1 000'])(
  'an English reader who writes %s is told to leave separators out',
  (typed) => expect(typedNumber(typed, 'en')).toEqual({ wrong: 'thousands' }),
)

it('an English point is a point, also before three digits', () => {
  expect(typedNumber('1.300', 'en')).toEqual({ value: 1.3 })
})

it.each([
  'NaN',
  'Infinity',
  '-Infinity',
  '1e9',
  '0x10',
  '€ 5',
  '5%',
  '1..2',
  '--1',
  'veel',
  '1,2,3',
  '.5',
  '9'.repeat(40),
])('%s is not a number in either language', (typed) => {
  for (const language of ['nl', 'en'] as const) expect(typedNumber(typed, language)).toHaveProperty('wrong')
})

it('nothing is empty', () => expect(typedNumber('  ', 'nl')).toEqual({ wrong: 'empty' }))

it('what is shown reads back as the very same number, in both languages', () => {
  for (const value of [0, 0.25, 1.375, 1500.5, 1_500_000, 1e12, 1e-7, -0.05, 0.1 + 0.2]) {
    for (const language of ['nl', 'en'] as const) {
      expect(typedNumber(spelled(value, language), language)).toEqual({ value })
    }
  }
})

it('per cents are moved by their digits, so that 0.7 per cent is exactly 0.007', () => {
  expect(fromPercent(0.7)).toBe(0.007)
  expect(asPercent(0.07)).toBe(7)
  for (const share of [0.007, 0.43, 0.004, 0.0005, 1e-9, 0.35]) expect(fromPercent(asPercent(share))).toBe(share)
})
