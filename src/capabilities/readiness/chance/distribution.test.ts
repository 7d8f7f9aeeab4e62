import { expect, test } from 'vitest'
import { drawerOf, isCertain, modeOf, quantileOf } from './distribution.ts'
import { isIncreasing, metalogOf, metalogQuantile, upperTail } from './metalog.ts'
import { pertMean, pertShapes, pertVariance } from './pert.ts'
import { quantile } from './quantile.ts'
import { correlation, orderOf, ranksOf } from './ranks.ts'
import { canBeUpdated, updatedBySurvey } from './survey.ts'

test('a PERT has the shapes and the mean that were published', () => {
  const { a, b } = pertShapes(0.02, 0.05, 0.15)
  expect(a).toBeCloseTo(1.923077, 6)
  expect(b).toBeCloseTo(4.076923, 6)
  expect(pertMean(0.02, 0.05, 0.15)).toBeCloseTo(0.0616667, 7)
})

test('a PERT that is drawn has its mean and its variance', () => {
  const draw = drawerOf({ pert: [40, 80, 140] }, 'log')
  const drawn = Array.from({ length: 20_000 }, (_, n) => draw((n + 0.5) / 20_000))
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
  const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
  expect(mean).toBeCloseTo(pertMean(40, 80, 140), 3)
  expect(variance / pertVariance(40, 80, 140)).toBeCloseTo(1, 4)
})

test('what counts as most likely is told per kind of distribution', () => {
  expect(modeOf(7)).toBe(7)
  expect(modeOf({ pert: [1, 2, 9] })).toBe(2)
  expect(modeOf({ beta: [3, 5] })).toBeCloseTo(2 / 6)
  expect(modeOf({ beta: [1, 3] })).toBe(0.25)
  expect(modeOf({ p10: 1, p50: 3, p90: 8 })).toBe(3)
})

test('a range from a number to itself is that number', () => {
  expect(isCertain({ pert: [5, 5, 5] })).toBe(true)
  expect(drawerOf({ pert: [5, 5, 5] }, 'log')(0.3)).toBe(5)
  expect(quantileOf(5, 0.9, 'log')).toBe(5)
})

test.each([
  ['log', 2_000, 9_000, 60_000],
  ['logit', 0.05, 0.12, 0.3],
  ['plain', -0.05, 0.01, 0.1],
] as const)('three quantiles on a %s scale come back', (scale, p10, p50, p90) => {
  const of = { p10, p50, p90 }
  expect(quantileOf(of, 0.1, scale) / p10).toBeCloseTo(1, 10)
  expect(quantileOf(of, 0.5, scale) / p50).toBeCloseTo(1, 10)
  expect(quantileOf(of, 0.9, scale) / p90).toBeCloseTo(1, 10)
  expect(drawerOf(of, scale)(0.37)).toBe(quantileOf(of, 0.37, scale))
})

test('even quantiles on a log scale are the log-logistic that everybody knows', () => {
  const metalog = metalogOf(1 / 9, 1, 9, 'log')
  expect(metalogQuantile(metalog, 0.75)).toBeCloseTo(3, 10)
  expect(upperTail(metalog)).toBeCloseTo(1, 10)
})

// Keelin 2016: the median must lie between 16.66 and 83.34 % of the way from P10 to P90.
test.each([
  [0.165, false],
  [0.168, true],
  [0.832, true],
  [0.835, false],
])('a median at %d of the width makes a rising curve: %s', (part, isRising) => {
  const metalog = metalogOf(0, part, 1, 'plain')
  expect(isIncreasing(metalog)).toBe(isRising)
  const values = Array.from({ length: 9_999 }, (_, n) => metalogQuantile(metalog, (n + 1) / 10_000))
  expect(values.every((value, at) => at === 0 || value > (values[at - 1] as number))).toBe(isRising)
})

test('a survey updates what was thought before, as much as it is worth', () => {
  const { posterior, priorWorth, mean } = updatedBySurvey({ pert: [0.03, 0.12, 0.3] }, 10, 112)
  expect(priorWorth).toBeCloseTo(46.18, 2)
  expect(mean).toBeCloseTo(0.10263, 5)
  expect(posterior.beta[0] + posterior.beta[1]).toBeCloseTo(46.18 + 112, 2)
  expect(updatedBySurvey({ beta: [2, 8] }, 5, 10).posterior).toEqual({ beta: [7, 13] })
  expect([
    canBeUpdated(0.2),
    canBeUpdated({ p10: 0.1, p50: 0.2, p90: 0.3 }),
    canBeUpdated({ pert: [1, 1, 1] }),
  ]).toEqual([false, false, false])
})

test('a quantile lies straight between its neighbours', () => {
  const sorted = Float64Array.of(1, 2, 4, 8)
  expect([0, 0.25, 0.5, 0.9, 1].map((u) => quantile(sorted, u))).toEqual([1, 1.75, 3, expect.closeTo(6.8), 8])
  expect(quantile(Float64Array.of(3), 0.7)).toBe(3)
})

test('numbers are put in order and ranked, equal ones together', () => {
  expect([...orderOf(Uint32Array.of(4_000_000_000, 5, 70_000, 5, 0))]).toEqual([4, 1, 3, 2, 0])
  expect([...ranksOf(Float64Array.of(10, 3, 3, 8))]).toEqual([3, 0.5, 0.5, 2])
})

test('what rises together has correlation 1, and what does not vary has none', () => {
  const rising = Float64Array.of(1, 2, 3, 4)
  expect(correlation(rising, Float64Array.of(10, 20, 30, 40))).toBeCloseTo(1, 12)
  expect(correlation(rising, Float64Array.of(4, 3, 2, 1))).toBeCloseTo(-1, 12)
  expect(correlation(rising, Float64Array.of(1, 3, 2, 4))).toBeCloseTo(0.8, 12)
  expect(correlation(rising, Float64Array.of(5, 5, 5, 5))).toBe(0)
})
