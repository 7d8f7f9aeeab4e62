import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'
import { type AssessmentInput, ENABLERS, FOUNDATIONS, ITEMS, type ItemId } from './assessment.ts'
import detergent from './examples/detergent.json' with { type: 'json' }
import energySupplier from './examples/energy-supplier.json' with { type: 'json' }
import giffgaff from './examples/giffgaff.json' with { type: 'json' }
import { INSTRUMENT_VERSION } from './items.ts'
import { readAssessment } from './read-assessment.ts'

function read(json: unknown): AssessmentInput {
  const answered = readAssessment(json)
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems))
  return answered.input
}

/** Foundations and enablers in the order in which the evidence file lists them. */
function answersOf(foundations: number[], enablers: number[], rest: object = {}): AssessmentInput {
  const named = (ids: readonly string[], scores: number[]) => Object.fromEntries(ids.map((id, at) => [id, scores[at]]))
  return read({ foundations: named(FOUNDATIONS, foundations), enablers: named(ENABLERS, enablers), ...rest })
}

const GIFFGAFF = [
  [70, 85, 75],
  [80, 60, 90, 75, 60, 70],
] as const
const UTILITY = [
  [30, 15, 60],
  [40, 50, 25, 60, 35, 45],
] as const
const gateOf = (input: AssessmentInput, id: string) => assess(input).gates.find((gate) => gate.id === id)

describe('what the evidence file calculates', () => {
  it('giffgaff has foundation 100, enablers 72.372 and readiness 85.072', () => {
    const { foundation, enabler, readiness } = assess(answersOf([...GIFFGAFF[0]], [...GIFFGAFF[1]]))
    expect(foundation).toBe(100)
    expect(enabler).toBeCloseTo(72.372, 3)
    expect(readiness).toBeCloseTo(85.072, 3)
  })

  it('a utility has foundation 66, enablers 38.698, readiness 50.538, and too little patience', () => {
    const assessment = assess(answersOf([...UTILITY[0]], [...UTILITY[1]], { legal: true }))
    expect(assessment.foundation).toBe(66)
    expect(assessment.enabler).toBeCloseTo(38.698, 3)
    expect(assessment.readiness).toBeCloseTo(50.538, 3)
    expect(assessment).toMatchObject({ decision: 'not-yet', reason: 'hard-gate' })
    expect(assessment.gates.find(({ id }) => id === 'patience')).toMatchObject({ passed: false, value: 25 })
  })
})

describe('the three examples', () => {
  it('the director of an energy supplier hears "not yet", and that patience is the first to repair', () => {
    const assessment = assess(read(energySupplier))
    expect(assessment).toMatchObject({ decision: 'not-yet', probabilityNow: 0 })
    expect(assessment.repairs[0]?.item).toBe('patience')
    expect(assessment.criticalMass?.probability).toBeLessThan(0.5)
  })

  it('giffgaff\'s founder hears "now"', () => {
    expect(assess(read(giffgaff))).toMatchObject({ decision: 'now', reason: 'clears-all', probabilityNow: 1 })
  })

  it('a maker of detergent hears "no", however many people it can reach', () => {
    const assessment = assess(read(detergent))
    expect(assessment).toMatchObject({ decision: 'no', reason: 'weak-foundation', decisionChances: { no: 1 } })
    expect(assessment.criticalMass?.probability).toBeGreaterThan(0.5)
  })
})

describe('what nobody answered', () => {
  it('without people to invite or founders, critical mass is unknown and blocks nothing', () => {
    for (const rest of [{}, { contactable: 5 }, { founders: 5 }]) {
      const input = answersOf([...GIFFGAFF[0]], [...GIFFGAFF[1]], { legal: true, ...rest })
      expect(gateOf(input, 'criticalMass')).toEqual({
        ...{ id: 'criticalMass', kind: 'soft', passed: null, value: null, threshold: 0.5 },
      })
      expect(assess(input)).toMatchObject({ decision: 'now', reason: 'clears-known', criticalMass: null })
    }
  })

  it('with all answers zero it is "no", not an error', () => {
    const assessment = assess(answersOf([0, 0, 0], [0, 0, 0, 0, 0, 0], { contactable: 0, founders: 0 }))
    expect(assessment).toMatchObject({ foundation: 0, enabler: 5, readiness: 0, decision: 'no' })
    expect(assessment.criticalMass).toMatchObject({ probability: 0, expectedActive: 0 })
  })

  it('with everything at its best readiness is exactly 100', () => {
    const assessment = assess(answersOf([100, 100, 100], [100, 100, 100, 100, 100, 100], { legal: true }))
    expect(assessment).toMatchObject({ foundation: 100, enabler: 100, readiness: 100, steps: [], repairs: [] })
  })
})

describe('what would change it most', () => {
  it('names one step more on each item that has room, what brings most first', () => {
    const { steps, readiness } = assess(read(energySupplier))
    expect(steps).toHaveLength(9)
    expect(steps[0]).toMatchObject({ item: 'need', from: 60, to: 85 })
    expect(steps.map(({ gained }) => gained)).toEqual(steps.map(({ gained }) => gained).toSorted((a, b) => b - a))
    for (const step of steps) expect(step.readiness - readiness).toBeCloseTo(step.gained, 8)
  })

  it('says which decision each step would bring', () => {
    const input = answersOf([...UTILITY[0]], [...UTILITY[1]], { legal: true })
    const patience = assess(input).steps.find(({ item }) => item === 'patience')
    expect(patience).toMatchObject({ decision: 'pilot' })
    expect(assess({ ...input, enablers: { ...input.enablers, patience: 50 } }).decision).toBe('pilot')
  })

  it('goes no further than 100', () => {
    expect(assess(read(giffgaff)).steps.find(({ item }) => item === 'patience')).toMatchObject({ from: 90, to: 100 })
  })

  it('lists the enablers to repair, the lowest first, and none that is good', () => {
    const { repairs } = assess(read(energySupplier))
    expect(repairs.map(({ from }) => from)).toEqual([25, 35, 40, 45, 50, 60])
    expect(assess(read(giffgaff)).repairs.map(({ item }) => item)).toEqual(['content', 'capacity', 'measurement'])
  })

  it('a step more never lowers readiness, and never makes the decision worse', () => {
    const rank = { no: 0, 'not-yet': 1, pilot: 2, now: 3 }
    for (let round = 0; round < 300; round++) {
      const at = (item: ItemId) => ((round * 7919 + ITEMS.indexOf(item) * 104_729 + round * round * 31) % 21) * 5
      const input = answersOf(FOUNDATIONS.map(at), ENABLERS.map(at), { legal: round % 2 === 0 })
      const { decision, readiness, steps } = assess(input)
      for (const step of steps) {
        expect(step.readiness).toBeGreaterThanOrEqual(readiness)
        expect(rank[step.decision]).toBeGreaterThanOrEqual(rank[decision])
      }
    }
  })
})

it('an assessment says by which version of the instrument it was made', () => {
  expect(assess(read(giffgaff)).instrument).toBe(INSTRUMENT_VERSION)
})

it('the same answers give the same assessment to the last digit', () => {
  expect(JSON.stringify(assess(read(energySupplier)))).toBe(JSON.stringify(assess(read(energySupplier))))
})
