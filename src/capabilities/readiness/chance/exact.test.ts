import { expect, test } from 'vitest'
import { exp, ln, power } from './exact.ts'

const away = (ours: number, theirs: number) => Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300)

test('exp agrees with the machine to the last digits, from tiny to enormous', () => {
  for (let x = -690; x <= 690; x += 0.7371) expect(away(exp(x), Math.exp(x))).toBeLessThan(1e-15)
  expect([exp(0), exp(1000), exp(-1000)]).toEqual([1, exp(700), exp(-700)])
})

test('ln agrees with the machine to the last digits, and turns exp round', () => {
  for (let x = 1e-320; x < 1e300; x *= 3.7) expect(away(ln(x), Math.log(x))).toBeLessThan(1e-15)
  for (let x = 0.5; x < 2; x += 0.00371) expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(3e-16)
  expect(ln(exp(12.5))).toBeCloseTo(12.5, 13)
  expect(ln(1)).toBe(0)
})

test('a yearly rate of ten per cent is twelve monthly ones', () => {
  expect(power(1.1, 1 / 12)).toBeCloseTo(1.1 ** (1 / 12), 14)
  expect(power(1.1, 1)).toBeCloseTo(1.1, 14)
})
