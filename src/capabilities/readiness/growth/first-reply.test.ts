import { describe, expect, test } from 'vitest'
import { chanceOfReply, meanReply, medianReplyFor, repliedWithin } from './first-reply.ts'

describe('whoever asks', () => {
  test('is answered within the hour four times out of five where half are answered in 11 minutes', () => {
    expect(repliedWithin(60, 11)).toBeCloseTo(0.802, 3)
    expect(repliedWithin(11, 11)).toBeCloseTo(0.5, 7)
    expect(repliedWithin(0, 11)).toBe(0)
    expect(meanReply(11)).toBeCloseTo(81.28, 2)
  })

  test('is answered more often the more helpers there are for each open question', () => {
    expect(chanceOfReply(0, 10, 2.3)).toBe(0)
    expect(chanceOfReply(10, 10, Math.LN10)).toBeCloseTo(0.9, 12)
    expect(chanceOfReply(20, 10, Math.LN10)).toBeCloseTo(0.99, 12)
    expect(chanceOfReply(0, 0)).toBe(1)
  })

  test('waits from six hours where few are answered to eleven minutes where nearly all are', () => {
    expect(medianReplyFor(0.2)).toBe(360)
    expect(medianReplyFor(0.44)).toBe(360)
    expect(medianReplyFor((0.44 + 0.926) / 2)).toBeCloseTo(Math.sqrt(360 * 11), 6)
    expect(medianReplyFor(0.926)).toBeCloseTo(11, 9)
    expect(medianReplyFor(1)).toBeCloseTo(11, 9)
  })
})
