import { describe, expect, it } from 'vitest'
import { chanceFrom } from '#test/chance.ts'
import { assess } from './assess.ts'
import { type AssessmentInput, type Decision, ITEMS } from './assessment.ts'
import { bandOf } from './interval.ts'

const scores = {
  foundations: { fans: 55, cause: 35, need: 75 },
  enablers: { collaboration: 55, content: 75, patience: 60, reach: 90, capacity: 65, measurement: 80 },
}
const unknown = { legal: true, contactable: null, founders: null }
const sure = (confidence: number) =>
  Object.fromEntries(ITEMS.map((id) => [id, confidence])) as AssessmentInput['confidence']
const asked = (confidence: number): AssessmentInput => ({ ...scores, ...unknown, confidence: sure(confidence) })

describe('how sure the answers are', () => {
  it('a guess may be 12.5 points off either way, experience 5, a measurement none', () => {
    expect(bandOf(50, 0.5)).toEqual({ low: 37.5, high: 62.5 })
    expect(bandOf(50, 0.8).low).toBeCloseTo(45, 10)
    expect(bandOf(50, 1)).toEqual({ low: 50, high: 50 })
  })

  it('a band ends where the scale ends', () => {
    expect(bandOf(95, 0.5)).toEqual({ low: 82.5, high: 100 })
    expect(bandOf(0, 0)).toEqual({ low: 0, high: 25 })
  })

  it('what was measured has no interval, and clears the bar or does not', () => {
    const { interval, readiness, probabilityNow } = assess(asked(1))
    expect(interval).toEqual({ p5: readiness, p95: readiness })
    expect(probabilityNow).toBe(readiness >= 70 ? 1 : 0)
  })

  it('the less sure, the wider', () => {
    const widths = [1, 0.8, 0.5, 0].map((confidence) => {
      const { p5, p95 } = assess(asked(confidence)).interval
      return p95 - p5
    })
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    expect(new Set(widths).size).toBe(4)
  })

  it('agrees with drawing a hundred thousand sets of answers, calculated in a straight line', () => {
    const input = asked(0.5)
    const drawn = drawnFrom(input)
    const { interval, probabilityNow, decisionChances } = assess(input)
    expect(Math.abs(interval.p5 - drawn.p5)).toBeLessThan(0.1)
    expect(Math.abs(interval.p95 - drawn.p95)).toBeLessThan(0.1)
    expect(Math.abs(probabilityNow - drawn.clearing)).toBeLessThan(0.006)
    for (const [decision, chance] of Object.entries(decisionChances)) {
      expect(Math.abs(chance - drawn.decided[decision as Decision])).toBeLessThan(0.006)
    }
    expect(Object.values(decisionChances).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
    expect(Object.values(decisionChances).filter((chance) => chance > 0.05).length).toBeGreaterThan(1)
  })
})

/** The specification once more, straight down, with another source of chance. */
function drawnFrom({ foundations, enablers }: AssessmentInput) {
  const { uniform } = chanceFrom(7)
  const about = (score: number) => {
    const low = Math.max(0, score - 12.5)
    return low + uniform() * (Math.min(100, score + 12.5) - low)
  }
  const all: number[] = []
  const decided = { now: 0, pilot: 0, 'not-yet': 0, no: 0 }
  for (let run = 0; run < 100_000; run++) {
    const best = [about(foundations.fans), about(foundations.cause), about(foundations.need)].sort((a, b) => b - a)
    const f = Math.min(100, (best[0] ?? 0) + 0.2 * (best[1] ?? 0))
    const collaboration = about(enablers.collaboration)
    const patience = about(enablers.patience)
    const inverse =
      0.2 / collaboration +
      0.15 / about(enablers.content) +
      0.2 / patience +
      0.2 / about(enablers.reach) +
      0.15 / about(enablers.capacity) +
      0.1 / about(enablers.measurement)
    const r = Math.sqrt(f / inverse)
    all.push(r)
    const hard = f >= 60 && patience >= 50
    if (f < 40 || r < 30) decided.no++
    else if (r >= 70 && hard && collaboration >= 40) decided.now++
    else if (r >= 50 && hard) decided.pilot++
    else decided['not-yet']++
  }
  all.sort((a, b) => a - b)
  const share = (count: number) => count / all.length
  return {
    p5: all[5_000] ?? 0,
    p95: all[95_000] ?? 0,
    clearing: share(all.filter((r) => r >= 70).length),
    decided: {
      now: share(decided.now),
      pilot: share(decided.pilot),
      'not-yet': share(decided['not-yet']),
      no: share(decided.no),
    },
  }
}
