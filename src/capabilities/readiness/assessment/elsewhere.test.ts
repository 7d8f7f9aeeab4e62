import { describe, expect, it } from 'vitest'
import { type PlaceAnswers, placeAnswersFrom, placeFor } from './elsewhere.ts'
import { rankObjectives, SIGNALS, signalsFrom } from './objectives.ts'
import { type ReachRow, reachFrom } from './reach.ts'

const answered = {
  foundations: { fans: 50, cause: 0, need: 75 },
  enablers: { collaboration: 50, content: 50, patience: 50, reach: 50, capacity: 25, measurement: 50 },
  confidence: {} as never,
  ...{ legal: null, contactable: 4_000, founders: null },
}

describe('own address or elsewhere', () => {
  it.each<[PlaceAnswers, number, string]>([
    [{ control: 2, ownership: 1 }, 3, 'own'],
    [{ control: 2 }, 2, 'hybrid'],
    [{}, 0, 'hybrid'],
    [{ smallTeam: 1 }, -2, 'hybrid'],
    [{ home: 1 }, -3, 'elsewhere'],
    [{ home: -1 }, 3, 'own'],
    [{ home: 2, account: 2, longTail: 1 }, 0, 'hybrid'],
  ])('%j adds up to %d: %s', (answers, sum, place) => {
    expect(placeFor(answers)).toMatchObject({ sum, place, answered: Object.keys(answers).length })
  })

  it('shows what weighed most first', () => {
    const { parts } = placeFor({ control: 2, home: 2, habit: -1 })
    expect(parts.map(({ criterion, points }) => [criterion, points])).toEqual([
      ['home', -6],
      ['control', 2],
      ['habit', 2],
    ])
  })

  it('a field of 4,000 and half a job speak for elsewhere before anything is asked', () => {
    expect(placeAnswersFrom(answered)).toEqual({ smallField: 2, smallTeam: 2 })
    expect(placeFor(placeAnswersFrom(answered)).place).toBe('elsewhere')
    expect(placeAnswersFrom({ ...answered, contactable: null })).toEqual({ smallTeam: 2 })
    const large = { ...answered, contactable: 90_000, enablers: { ...answered.enablers, capacity: 75 } }
    expect(placeAnswersFrom(large)).toEqual({ smallField: -2, smallTeam: -2 })
  })
})

describe('where potential members are', () => {
  const helpPages: ReachRow = { source: 'helpPages', size: 200_000, overlap: 0, permission: 0.3, conversion: 0.05 }
  const callers: ReachRow = { source: 'callers', size: 50_000, overlap: 0.5, permission: 0.4, conversion: 0.04 }

  it('everybody is counted once, and only those who may be invited', () => {
    expect(reachFrom([helpPages, callers])).toMatchObject({ contactable: 70_000, visitors: 3_400 })
    expect(reachFrom([helpPages, callers]).rows[1]).toMatchObject({ added: 25_000, contactable: 10_000, visitors: 400 })
    expect(reachFrom([helpPages, callers]).conversion).toBeCloseTo(3_400 / 70_000, 12)
  })

  it('a source that holds nobody new adds nobody', () => {
    expect(reachFrom([helpPages, { ...callers, overlap: 1 }]).contactable).toBe(60_000)
  })

  it('nobody anywhere is nobody, without a share of nothing', () => {
    expect(reachFrom([])).toEqual({ rows: [], contactable: 0, visitors: 0, conversion: null })
    expect(reachFrom([{ ...helpPages, size: 0 }]).conversion).toBeNull()
  })
})

describe('why a community', () => {
  it('ranks all ten, with a side matter never deciding alone, and what nobody answered last', () => {
    const ranked = rankObjectives({ contacts: 4, partners: 1 })
    expect(ranked).toHaveLength(10)
    expect(ranked.slice(0, 3).map(({ objective, score }) => [objective, score])).toEqual([
      ['service', 87.5],
      ['research', 62.5],
      ['partners', 25],
    ])
    expect(ranked.slice(3).every(({ score }) => score === null)).toBe(true)
  })

  it('says what speaks for it and against it, the heaviest first', () => {
    const [first] = rankObjectives({ contacts: 4, searchers: 0 })
    expect(first).toMatchObject({ objective: 'service', score: 75 })
    expect(first?.reasons).toEqual([
      { signal: 'contacts', answer: 4, isFor: true },
      { signal: 'searchers', answer: 0, isFor: false },
    ])
  })

  it('stays between 0 and 100, and more of anything never speaks against', () => {
    const all = (answer: number) => Object.fromEntries(SIGNALS.map((signal) => [signal, answer]))
    expect(rankObjectives(all(0)).map(({ score }) => score)).toEqual(Array(10).fill(0))
    expect(rankObjectives(all(4)).map(({ score }) => score)).toEqual(Array(10).fill(100))
    const scoreIn = (answers: object, id: string) => rankObjectives(answers).find((one) => one.objective === id)?.score
    for (const signal of SIGNALS) {
      for (const { objective, score } of rankObjectives(all(2))) {
        expect(scoreIn({ ...all(2), [signal]: 3 }, objective)).toBeGreaterThanOrEqual(score ?? 0)
      }
    }
  })

  it('begins with what the assessment tells already', () => {
    expect(signalsFrom(answered)).toEqual({ contacts: 3, praise: 2 })
  })
})
