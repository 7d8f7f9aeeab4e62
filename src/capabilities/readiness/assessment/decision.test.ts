import { describe, expect, it } from 'vitest'
import { decide } from './decision.ts'
import type { Standing } from './gates.ts'
import { enablerOf, foundationOf, readinessOf } from './readiness.ts'

const good: Standing = {
  ...{ foundation: 80, readiness: 80, patience: 75, collaboration: 75, legal: true, massProbability: 0.8 },
}
const decided = (change: Partial<Standing>) => Object.values(decide({ ...good, ...change })).join(' ')

describe('own community now', () => {
  it('needs readiness of 70 and every gate', () => {
    expect(decided({})).toBe('now clears-all')
    expect(decided({ readiness: 70 })).toBe('now clears-all')
    expect(decided({ readiness: 69.999 })).toBe('pilot below-bar')
  })

  it('passes each gate exactly on its threshold', () => {
    expect(decided({ foundation: 60, patience: 50, collaboration: 40, massProbability: 0.5 })).toBe('now clears-all')
  })

  it('is said to rest on what is known when critical mass is unknown', () => {
    expect(decided({ massProbability: null })).toBe('now clears-known')
  })

  it('is blocked by legal that nobody has asked, which leaves a pilot', () => {
    expect(decided({ legal: null })).toBe('pilot legal-unknown')
    expect(decided({ legal: null, massProbability: null })).toBe('pilot legal-unknown')
  })
})

describe('a pilot', () => {
  it('may lack one soft gate, and not two', () => {
    expect(decided({ collaboration: 39.999 })).toBe('pilot soft-gate')
    expect(decided({ massProbability: 0.499 })).toBe('pilot soft-gate')
    expect(decided({ collaboration: 39.999, massProbability: 0.499 })).toBe('not-yet soft-gates')
    expect(decided({ collaboration: 39.999, massProbability: null })).toBe('pilot soft-gate')
  })

  it('needs readiness of 50', () => {
    expect(decided({ readiness: 50 })).toBe('pilot below-bar')
    expect(decided({ readiness: 49.999 })).toBe('not-yet below-pilot')
  })

  it('does not wait for legal', () => {
    expect(decided({ readiness: 60, legal: null })).toBe('pilot below-bar')
  })
})

describe('not yet', () => {
  it('is what each failed hard gate leaves, however high the rest', () => {
    expect(decided({ foundation: 59.999, readiness: 77 })).toBe('not-yet hard-gate')
    expect(decided({ patience: 49.999 })).toBe('not-yet hard-gate')
    expect(decided({ legal: false })).toBe('not-yet hard-gate')
    expect(decided({ legal: false, readiness: 30 })).toBe('not-yet hard-gate')
  })
})

describe('no', () => {
  it('is a foundation below 40, whatever the enablers', () => {
    expect(decided({ foundation: 39.999, readiness: 63 })).toBe('no weak-foundation')
    expect(decided({ foundation: 40, readiness: 63 })).toBe('not-yet hard-gate')
  })

  it('is readiness below 30, whatever the gates', () => {
    expect(decided({ readiness: 29.999 })).toBe('no low-readiness')
    expect(decided({ readiness: 30 })).toBe('not-yet below-pilot')
  })
})

describe('the scores', () => {
  const enablersAt = (score: number) => ({
    ...{ collaboration: score, content: score, patience: score },
    ...{ reach: score, capacity: score, measurement: score },
  })

  it('the best foundation counts whole, the next for a fifth, the third not at all', () => {
    expect(foundationOf({ fans: 10, cause: 50, need: 30 })).toBe(56)
    expect(foundationOf({ fans: 30, cause: 50, need: 30 })).toBe(56)
    expect(foundationOf({ fans: 100, cause: 100, need: 0 })).toBe(100)
  })

  it('one enabler of nothing pulls all down, but not to nothing', () => {
    expect(enablerOf({ ...enablersAt(100), patience: 0 })).toBeCloseTo(1 / (0.8 / 100 + 0.2 / 5), 8)
    expect(enablerOf(enablersAt(0))).toBe(5)
    expect(enablerOf({ ...enablersAt(100), patience: 3 })).toBe(enablerOf({ ...enablersAt(100), patience: 5 }))
  })

  it('no bar is missed by a rounding: foundation 100 and enablers of 49 make 70', () => {
    for (const [score, readiness] of [
      [49, 70],
      [25, 50],
      [9, 30],
    ] as const) {
      expect(readinessOf({ foundations: { fans: 100, cause: 0, need: 0 }, enablers: enablersAt(score) })).toBe(
        readiness,
      )
    }
  })
})
