import { expect, it } from 'vitest'
import type { CaseResult } from './case.ts'
import { verdictOf } from './verdict.ts'

const withChance = (probabilityPositive: number) => ({ simulation: { probabilityPositive } }) as CaseResult

it.each([
  [1, 'pays'],
  [0.8, 'pays'],
  [0.79, 'rather-pays'],
  [0.6, 'rather-pays'],
  [0.5, 'open'],
  [0.4, 'open'],
  [0.39, 'rather-not'],
  [0.2, 'rather-not'],
  [0.19, 'does-not-pay'],
  [0, 'does-not-pay'],
] as const)('a director who has a chance of %d reads: %s', (probability, verdict) => {
  expect(verdictOf(withChance(probability))).toBe(verdict)
})

it('without a simulation nobody is told more than "rather"', () => {
  expect(verdictOf({ expectedAtModes: { npv: 1 } } as CaseResult)).toBe('rather-pays')
  expect(verdictOf({ expectedAtModes: { npv: -1 } } as CaseResult)).toBe('rather-not')
})
