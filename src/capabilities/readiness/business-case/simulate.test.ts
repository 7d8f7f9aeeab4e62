import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseInput, Driver, Simulation } from './case.ts'
import { evaluateCase } from './evaluate.ts'
import { usualCase } from './inputs.ts'

const r1 = usualCase('mid')
const simulated = (input: CaseInput, drivers = false) => evaluateCase(input, { drivers }).simulation as Simulation
const few = { ...r1, runs: 5_000 }

describe('a million customers, beside what there is (R1), a hundred thousand times', () => {
  const simulation = simulated(r1, true)
  const { drivers } = simulation
  const driver = (name: string) => drivers.find(({ input }) => input === name) as Driver

  test('agrees with the published row', () => {
    expect(Math.abs(simulation.mean - -444_071)).toBeLessThan(4 * simulation.standardError)
    expect(simulation.standardError).toBeGreaterThan(500)
    expect(simulation.standardError).toBeLessThan(650)
    expect(Math.abs(simulation.probabilityPositive - 0.0205)).toBeLessThan(0.006)
    expect(Math.abs((simulation.probabilityPositiveIfNotStalled as number) - 0.032)).toBeLessThan(0.006)
  })

  // The published quantile is that of a rank within 4 standard errors of our own, both of which have chance in them.
  test.each([
    ['p5', 0.05, -697_534],
    ['p50', 0.5, -469_261],
    ['p95', 0.95, -116_884],
  ] as const)('has the published %s', (name, u, published) => {
    const at = (percentile: number) => simulation.curve.find((one) => one.percentile === percentile)?.npv as number
    const percent = Math.round(100 * u)
    const density = 0.02 / (at(percent + 1) - at(percent - 1))
    const error = (Math.sqrt(u * (1 - u)) * Math.hypot(1 / Math.sqrt(100_000), 1 / Math.sqrt(400_000))) / density
    expect(Math.abs(simulation[name] - published)).toBeLessThan(4 * error)
    expect(at(percent)).toBe(simulation[name])
  })

  test('hangs most on whether it takes off, then on the team and on what an idea is worth', () => {
    expect(drivers[0]?.input).toBe('stalled')
    expect(drivers[0]?.rankCorrelation).toBeGreaterThan(-0.8)
    expect(drivers[0]?.rankCorrelation).toBeLessThan(-0.62)
    expect(drivers.slice(1, 5).map(({ input }) => input)).toEqual(['fte', 'fteCost', 'ideaImplemented', 'ideaValue'])
    expect(driver('sessions').rankCorrelation).toBeGreaterThan(0)
    expect(driver('kappa')).toBeUndefined()
  })

  test('shows what each input does by itself, around what is expected', () => {
    const expected = evaluateCase(r1, { simulate: false }).expectedAtModes?.npv as number
    expect(driver('fte').low).toBeGreaterThan(expected)
    expect(driver('fte').high).toBeLessThan(expected)
    expect(driver('would').low).toBeLessThan(expected)
    expect(driver('would').high).toBeGreaterThan(expected)
    expect(driver('stalled').low).toBeCloseTo(-396_313.42, 2)
    expect(driver('stall').low).toBeGreaterThan(driver('stall').high)
  })

  test('is hopeless enough that knowing one thing more would change nothing', () => {
    expect(Math.max(...drivers.map(({ evpi }) => evpi))).toBeLessThan(500)
    expect(simulation.evpiOfAll).toBeGreaterThan(0)
  })

  test('draws a picture that holds every run', () => {
    expect(simulation.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(100_000)
    const npvs = simulation.curve.map(({ npv }) => npv)
    expect(npvs).toEqual(npvs.toSorted((one, other) => one - other))
  })

  test('is the same to the last byte on every machine', () => {
    const bytes = JSON.stringify({ atModes: evaluateCase(r1, { simulate: false }), simulation })
    expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
      `"a96631922e7f2526c3f56d7f5696f4526379876d8813144af93d462ed4149fe7"`,
    )
  })
})

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(simulated(few)).toEqual(simulated(few))
    expect(simulated({ ...few, seed: few.seed + 1 }).mean).not.toBe(simulated(few).mean)
  })

  test('of one input does not shift when another is added', () => {
    const added = {
      ...few,
      inputs: { ...few.inputs, researchPanel: { pert: [0, 1e-9, 2e-9] }, contacts: 4e6 },
    } as CaseInput
    const [before, after] = [simulated(few), simulated(added)]
    expect(after.curve.map(({ npv }) => npv)).toEqual(before.curve.map(({ npv }) => expect.closeTo(npv, 5)))
    expect(after.mean).toBeCloseTo(before.mean, 5)
  })

  test('plays no part where every number is certain', () => {
    const certain = Object.fromEntries(
      evaluateCase(few, { simulate: false }).inputs.map(({ input, mode }) => [input, mode]),
    )
    const { atModes } = evaluateCase(few, { simulate: false })
    const simulation = simulated({ ...few, inputs: { ...certain, stall: 0 } }, true)
    expect(simulation.mean).toBeCloseTo(atModes?.npv as number, 6)
    expect(simulation.standardError).toBeCloseTo(0, 6)
    expect(simulation.drivers).toEqual([])
    expect(simulation.probabilityPositiveIfNotStalled).toBe(0)
    expect(simulated({ ...few, inputs: { ...certain, stall: 1 } }).probabilityPositiveIfNotStalled).toBeNull()
  })
})

test('knowing is worth something where the decision is open', () => {
  // Ten thousand for certain, against an idea a year worth 0 to 20,000 a piece: half of the time it pays.
  const open: CaseInput = {
    ...r1,
    runs: 20_000,
    horizonMonths: 12,
    discountRate: 0,
    inputs: {
      ideas: 12,
      ideaImplemented: 1,
      ideaAttribution: 1,
      ideaValue: { pert: [0, 10_000, 20_000] },
      oneOff: 120_000,
      t50: 0,
      kappa: 5,
      stall: 0,
      stallCap: 0,
    },
  }
  const { drivers, evpiOfAll, mean } = simulated(open, true)
  expect(drivers).toHaveLength(1)
  // PERT(0, 10, 20) has a mean absolute deviation of 3.125 (Beta(3, 3): 5/16 of half its width 10), half of it above.
  expect(drivers[0]?.evpi).toBeGreaterThan(0.95 * 12 * 1_562.5)
  expect(drivers[0]?.evpi).toBeLessThan(1.05 * 12 * 1_562.5 + Math.abs(mean))
  expect(evpiOfAll).toBeGreaterThanOrEqual(drivers[0]?.evpi as number)
  expect(drivers[0]?.rankCorrelation).toBeCloseTo(1, 6)
})
