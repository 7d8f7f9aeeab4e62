import { expect, test } from 'vitest'
import { afterSurvey, beliefOf, meanOf } from './priors.ts'

test('a survey of 112 people moves what was planned from 13.5 to 10.3 per cent', () => {
  const planned = beliefOf([0.03, 0.12, 0.3])
  if (!planned) throw new Error('there is a range')
  expect(meanOf(planned)).toBeCloseTo(0.135, 12)
  expect(planned.a + planned.b).toBeCloseTo(46.18, 2)
  expect(meanOf(afterSurvey(planned, 10, 112))).toBeCloseTo(0.10263, 5)
})

test('one number that is certain is not moved by any survey', () => {
  expect(beliefOf([0.2, 0.2, 0.2])).toBeNull()
})
