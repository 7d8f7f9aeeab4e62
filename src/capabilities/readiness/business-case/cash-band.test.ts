import { expect, it } from 'vitest'
import { cashBand } from './cash-band.ts'
import { evaluateCase } from './evaluate.ts'
import { usualCase } from './inputs.ts'

it('a case without uncertainty has a band as thin as its line, from the one-off cost on', () => {
  const certain = evaluateCase(usualCase('mid'), { simulate: false }).inputs.map(({ input, mode }) => [input, mode])
  const input = { ...usualCase('mid'), inputs: { ...Object.fromEntries(certain), stall: 0 }, runs: 100 }
  const band = cashBand(input)
  const months = evaluateCase(input, { simulate: false }).atModes?.months ?? []
  expect(band).toHaveLength(37)
  expect(band[0]).toEqual({ p5: -60_000, p50: -60_000, p95: -60_000 })
  for (const { month, cumulative } of months) {
    expect(band[month]?.p5).toBeCloseTo(cumulative, 6)
    expect(band[month]?.p95).toBeCloseTo(cumulative, 6)
  }
})

it('nine of ten runs lie between its edges, and it widens as time goes on', () => {
  const band = cashBand(usualCase('mid'))
  const width = (at: number) => (band[at]?.p95 ?? 0) - (band[at]?.p5 ?? 0)
  for (const { p5, p50, p95 } of band) expect(p5 <= p50 && p50 <= p95).toBe(true)
  expect(width(36)).toBeGreaterThan(width(12))
})
