import { describe, expect, test } from 'vitest'
import { busFactor, effectiveContributors, gini, giniOfSample, groupsOf, topShare } from './concentration.ts'

describe('how evenly people write', () => {
  test('is 0.4 when one of five writes six posts and the others one', () => {
    const groups = groupsOf([6, 1, 1, 1, 1])
    expect(gini(groups)).toBeCloseTo(0.4, 12)
    expect(giniOfSample(groups)).toBeCloseTo(0.5, 12)
    expect(busFactor(groups)).toBe(1)
  })

  test('is 0.7 when one writes sixteen of twenty posts', () => {
    const groups = groupsOf([0, 0, 1, 3, 16])
    expect(gini(groups)).toBeCloseTo(0.7, 12)
    expect(effectiveContributors(groups)).toBeCloseTo(1.5038, 4)
  })

  test('comes out the same for groups of members as for each alone', () => {
    const counts = [1, 1, 1, 2, 2, 5, 9, 9, 30]
    const groups = [
      { posts: 1, members: 3 },
      { posts: 2, members: 2 },
      { posts: 5, members: 1 },
      { posts: 9, members: 2 },
      { posts: 30, members: 1 },
    ]
    for (const measure of [gini, effectiveContributors, busFactor, giniOfSample]) {
      expect(measure(groups)).toBeCloseTo(measure(groupsOf(counts)), 12)
    }
    expect(topShare(groups, 0.1)).toBeCloseTo(topShare(groupsOf(counts), 0.1), 12)
  })

  test('counts somebody on the border of the top tenth in part', () => {
    expect(topShare(groupsOf([1, 1, 1, 1, 6]), 0.1)).toBeCloseTo(0.3, 12)
    expect(topShare(groupsOf([1, 1, 1, 1, 6]), 0.4)).toBeCloseTo(0.7, 12)
  })

  test('is nothing where nobody wrote', () => {
    for (const groups of [[], groupsOf([0, 0])]) {
      expect([gini(groups), topShare(groups, 0.1), effectiveContributors(groups), busFactor(groups)]).toEqual([
        0, 0, 0, 0,
      ])
    }
  })

  test('needs as many to leave as it takes to lose half', () => {
    expect(busFactor(groupsOf([5, 5, 5, 5]))).toBe(2)
    expect(busFactor(groupsOf([10, 4, 3, 3]))).toBe(1)
    expect(busFactor(groupsOf([9, 4, 4, 3]))).toBe(2)
  })
})
