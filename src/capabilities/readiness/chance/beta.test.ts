import { describe, expect, test } from 'vitest'
import { betaCdf, betaDensity, betaQuantile, betaShape, lnGamma } from './beta.ts'
import { betaTable } from './beta-table.ts'

const shapes = [
  [1.923077, 4.076923],
  [1, 5],
  [5, 1],
  [3, 3],
  [0.5, 0.5],
  [2, 30],
  [120, 80],
] as const

/** Simpson's rule on the density written anew, without anything of beta.ts. */
function integrated(a: number, b: number, to: number): number {
  const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1)
  const area = (end: number) => {
    const steps = 20_000
    let sum = density(0) + density(end)
    for (let n = 1; n < steps; n++) sum += density((end * n) / steps) * (n % 2 ? 4 : 2)
    return (sum * end) / steps / 3
  }
  return area(to) / area(1)
}

test('the logarithm of the gamma function has its known values', () => {
  expect(lnGamma(1)).toBeCloseTo(0, 13)
  expect(lnGamma(6)).toBeCloseTo(Math.log(120), 12)
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
  expect(lnGamma(100.5)).toBeCloseTo(361.4355404678, 8)
})

describe('the Beta distribution', () => {
  test('of whole shapes is the polynomial that everybody can check', () => {
    expect(betaCdf(betaShape(2, 3), 0.4)).toBeCloseTo(0.5248, 12)
    expect(betaCdf(betaShape(1, 5), 0.2)).toBeCloseTo(1 - 0.8 ** 5, 12)
    expect(betaQuantile(betaShape(1, 5), 0.5)).toBeCloseTo(1 - 0.5 ** 0.2, 12)
    expect(betaCdf(betaShape(0.5, 0.5), 0.3)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.3)), 12)
    expect(betaDensity(betaShape(2, 3), 0.4)).toBeCloseTo(12 * 0.4 * 0.36, 12)
  })

  test.each(shapes.filter(([a, b]) => a >= 1 && b >= 1))(
    'with shapes %d and %d agrees with integrating its density',
    (a, b) => {
      for (const x of [0.02, 0.1, 0.35, 0.6, 0.9])
        expect(betaCdf(betaShape(a, b), x)).toBeCloseTo(integrated(a, b, x), 7)
    },
  )

  test.each(shapes)('with shapes %d and %d is turned round by its quantiles', (a, b) => {
    const shape = betaShape(a, b)
    for (const u of [1e-6, 0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(betaCdf(shape, betaQuantile(shape, u))).toBeCloseTo(u, 9)
    }
    expect([betaQuantile(shape, 0), betaQuantile(shape, 1)]).toEqual([0, 1])
  })

  test.each(shapes)('with shapes %d and %d is drawn from a table that stays beside it and never falls', (a, b) => {
    const [shape, draw] = [betaShape(a, b), betaTable(a, b)]
    let before = 0
    for (let n = 0; n < 4000; n++) {
      const u = (n + 0.5) / 4000
      const here = draw(u)
      const error = Math.abs(here - betaQuantile(shape, u))
      expect(error).toBeLessThan(u > 0.01 && u < 0.99 ? 2e-6 : 4e-4)
      expect(here).toBeGreaterThanOrEqual(before)
      before = here
    }
  })

  test('holds for shapes of a survey of a million and for shapes near nothing', () => {
    expect(betaQuantile(betaShape(250_000, 750_000), 0.5)).toBeCloseTo(0.25, 6)
    expect(betaTable(0.01, 3)(0.5)).toBeLessThan(1e-9)
  })
})
