import { describe, expect, it } from 'vitest'
import { chanceFrom } from '#test/chance.ts'
import { criticalMassFor, massProbability } from './critical-mass.ts'
import { stallFrom, stallProbability } from './stall.ts'

// The table of the evidence file: people one can invite, then the probability with 100 and with 50 founders.
const TABLE = [
  [10_000, 0, 0],
  [50_000, 0.15, 0.03],
  [100_000, 0.55, 0.31],
  [250_000, 0.93, 0.82],
  [1_000_000, 1, 1],
] as const

describe('critical mass in month 3', () => {
  it.each(TABLE)('with %d people to invite is as the evidence file has it', (contactable, hundred, fifty) => {
    expect(Math.abs(massProbability(contactable, 100) - hundred)).toBeLessThanOrEqual(0.0065)
    expect(Math.abs(massProbability(contactable, 50) - fifty)).toBeLessThanOrEqual(0.0065)
  })

  it('agrees with drawing a hundred thousand launches one by one', () => {
    const { pert } = chanceFrom(20_261_123)
    for (const [contactable, founders] of [
      [90_000, 25],
      [60_000, 100],
    ] as const) {
      let reached = 0
      for (let run = 0; run < 100_000; run++) {
        const active = founders * pert(0.3, 0.5, 0.7) + contactable * pert(0.01, 0.05, 0.12) * pert(0.003, 0.01, 0.03)
        if (active >= 100 && active * pert(2, 3, 6) >= 300) reached++
      }
      expect(Math.abs(massProbability(contactable, founders) - reached / 100_000)).toBeLessThan(0.0065)
    }
  })

  it('no more than 100 founders count, and that is said', () => {
    expect(criticalMassFor(80_000, 400)).toEqual(criticalMassFor(80_000, 100))
    expect(criticalMassFor(80_000, 400).foundersCounted).toBe(100)
  })

  it('more people or more founders never make it less likely', () => {
    const steps = [0, 20_000, 60_000, 120_000, 400_000].map((contactable) => massProbability(contactable, 60))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    const founders = [0, 25, 50, 75, 100].map((count) => massProbability(100_000, count))
    expect(founders).toEqual(founders.toSorted((a, b) => a - b))
  })

  it('is expected at the most likely values', () => {
    const { expectedActive, expectedPosts } = criticalMassFor(100_000, 100)
    expect(expectedActive).toBe(100)
    expect(expectedPosts).toBe(300)
  })

  it('hangs on how many write and how many come, more than on the founders', () => {
    const { drivers } = criticalMassFor(100_000, 50)
    expect(new Set(drivers.slice(0, 2).map(({ input }) => input))).toEqual(new Set(['visit', 'post']))
    for (const { low, high } of drivers) expect(high).toBeGreaterThan(low)
  })

  it('has even odds with as many people to invite as it says', () => {
    const { contactableForEvenOdds } = criticalMassFor(0, 50)
    expect(massProbability(contactableForEvenOdds, 50)).toBeGreaterThanOrEqual(0.5)
    expect(massProbability(contactableForEvenOdds - 1000, 50)).toBeLessThan(0.5)
  })
})

describe('stalling, for the business case', () => {
  it('is not reaching critical mass, or not surviving it', () => {
    expect(stallProbability(0)).toBe(1)
    expect(stallProbability(1)).toBeCloseTo(0.15, 12)
    expect(stallProbability(0.55, 0.9)).toBeCloseTo(0.505, 12)
  })

  it('is a range from survival at its best to survival at its worst', () => {
    const [low, mode, high] = stallFrom(0.8).pert
    expect([low, mode, high].map((value) => Number(value.toFixed(10)))).toEqual([0.24, 0.32, 0.44])
    expect(stallFrom(0).pert).toEqual([1, 1, 1])
  })
})
