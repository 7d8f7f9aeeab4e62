import { describe, expect, test } from 'vitest'
import { topShare } from './concentration.ts'
import { type FirstPost, MOST_POSTS, meanPosts, postsFor, shareReaching } from './participation.ts'

const published = {
  unanswered: { top: 0.556, mean: 3.42, reaching: { 2: 0.44, 3: 0.262, 10: 0.051, 100: 0.0019 } },
  answered: { top: 0.586, mean: 4.9, reaching: { 2: 0.56, 3: 0.371, 10: 0.087, 100: 0.0035 } },
}

describe.each(['unanswered', 'answered'] as const)('people whose first post is %s', (firstPost) => {
  const expected = published[firstPost]

  test('write on as often as the evidence says', () => {
    for (const [n, share] of Object.entries(expected.reaching)) {
      expect(Math.abs(shareReaching(Number(n), firstPost) - share)).toBeLessThan(share < 0.01 ? 0.00005 : 0.0005)
    }
    // 4.895: where the kernel was calibrated it is rounded to one decimal.
    expect(Math.abs(meanPosts(firstPost) - expected.mean)).toBeLessThan(0.006)
  })

  test('leave most of the writing to a tenth of them', () => {
    const groups = Array.from({ length: MOST_POSTS }, (_, at) => ({
      posts: at + 1,
      members: shareReaching(at + 1, firstPost) - shareReaching(at + 2, firstPost),
    }))
    expect(topShare(groups, 0.1)).toBeCloseTo(expected.top, 3)
  })

  test('reach what a formula without steps says too', () => {
    for (const n of [2, 7, 63, 640, MOST_POSTS]) {
      expect(shareReaching(n, firstPost)).toBeCloseTo(closedForm(n, firstPost), 10)
    }
  })

  test('are drawn as often as they occur', () => {
    const draws = 20_000
    const written = Array.from({ length: draws }, (_, at) => postsFor((at + 0.5) / draws, firstPost))
    for (const n of [2, 3, 10]) {
      const share = written.filter((posts) => posts >= n).length / draws
      expect(Math.abs(share - shareReaching(n, firstPost))).toBeLessThan(1 / draws)
    }
  })
})

test('somebody who has written eighteen posts is drawn on from there, and rarely stops at once', () => {
  const draws = 10_000
  const written = Array.from({ length: draws }, (_, at) => postsFor((at + 0.5) / draws, 'answered', 18))
  expect(Math.min(...written)).toBe(18)
  expect(written.filter((posts) => posts === 18).length / draws).toBeCloseTo(1.45 / (18 + 2.295), 3)
})

test('nobody writes for ever', () => {
  expect(shareReaching(MOST_POSTS + 1, 'answered')).toBe(0)
  expect(postsFor(1 - 2 ** -52, 'answered')).toBe(MOST_POSTS)
})

/** Γ(n+b−a)·Γ(1+b) / (Γ(1+b−a)·Γ(n+b)): the product of the stop rule, written by logarithms of the gamma function. */
function closedForm(n: number, firstPost: FirstPost): number {
  const a = 1.45
  const b = firstPost === 'answered' ? 2.295 : 1.589
  return Math.exp(lnGamma(n + b - a) + lnGamma(1 + b) - lnGamma(1 + b - a) - lnGamma(n + b))
}

/** Stirling's series, pushed up to where it is exact enough. */
function lnGamma(x: number): number {
  if (x < 20) return lnGamma(x + 1) - Math.log(x)
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  )
}
