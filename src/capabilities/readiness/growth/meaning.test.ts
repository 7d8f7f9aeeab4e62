import { describe, expect, test } from 'vitest'
import { chanceOfReply } from './first-reply.ts'
import { grow } from './grow.ts'
import { exampleGrowth, type GrowthInput } from './growth.ts'
import { bearable, meaningOf, tooMuch } from './meaning.ts'
import { targetsOf } from './targets.ts'

const meant = (input: Partial<GrowthInput>) => meaningOf(grow({ ...exampleGrowth, ...input }))
const kinds = (input: Partial<GrowthInput>) => meant(input).map(({ kind }) => kind)

describe('a director who reads what the months mean', () => {
  test('with a hundred thousand customers to invite is told that it takes longer than the rule of thumb', () => {
    const [takeOff] = meant({})
    expect(takeOff).toMatchObject({ kind: 'late', tone: 'mind' })
    expect(takeOff?.values.month).toBeGreaterThan(3)
    expect(takeOff?.values.times).toBeLessThan(20)
  })

  test('whose invited people come all at once and leave again is not told that this is take-off', () => {
    const months = grow({ ...exampleGrowth, contactable: 600_000, visitors: 20_000 })
    expect(months[2]?.figures.takenOff.mean).toBeGreaterThan(0.5)
    expect(months[6]?.figures.takenOff.mean).toBeLessThan(0.5)
    const [takeOff] = meaningOf(months)
    expect(takeOff?.kind).toBe('late')
    expect(takeOff?.values.month).toBeGreaterThan(7)
  })

  test('of a giant is told that it takes off at once, and that nobody can answer all those questions', () => {
    const [takeOff, load, left] = meant({
      contactable: 50_000_000,
      visitors: 5_000_000,
      founders: 20,
      managerHours: 20,
    })
    expect(takeOff).toMatchObject({ kind: 'taken-off', tone: 'good' })
    expect(load?.kind).toBe('load-high')
    expect(left).toMatchObject({ kind: 'unanswered', tone: 'bad' })
  })

  test('of a small shop is told that it will not carry itself', () => {
    expect(kinds({ contactable: 500, founders: 5, visitors: 300 })[0]).toBe('never')
  })

  test('of a small shop is not told that two questions a month are a load', () => {
    const small = kinds({ contactable: 500, founders: 3, visitors: 300 })
    expect(small.filter((kind) => kind.startsWith('load'))).toEqual([])
  })

  test('of a small shop is told on how few people it hangs', () => {
    expect(kinds({ contactable: 500, founders: 3, visitors: 300 })).toContain('few')
    expect(kinds({})).toContain('many')
  })

  test('who has nobody to invite and nobody to come is told only that', () => {
    expect(kinds({ contactable: 0, founders: 0, visitors: 0 })).toEqual(['empty'])
  })

  test('hears of a load exactly where members would leave one in ten, or half', () => {
    expect(chanceOfReply(1, bearable)).toBeCloseTo(0.9, 12)
    expect(chanceOfReply(1, tooMuch)).toBeCloseTo(0.5, 12)
  })
})

describe('a sceptic who compares with what was published', () => {
  test('sees four figures, and which of them prove something', () => {
    const targets = targetsOf(grow(exampleGrowth))
    expect(targets.map(({ name, isMet, how }) => [name, isMet, how])).toEqual([
      ['topTenth', true, 'found'],
      ['answered', true, 'calibrated'],
      ['superUsers', true, 'found'],
      ['everPost', true, 'put-in'],
    ])
  })

  test('sees also where it does not fit', () => {
    const targets = targetsOf(grow({ ...exampleGrowth, managerHours: 0, visitors: 3_000, contactable: 0, founders: 0 }))
    expect(targets.find(({ name }) => name === 'answered')?.isMet).toBe(false)
  })

  test('sees nothing to compare where nobody came', () => {
    expect(targetsOf(grow({ contactable: 0, founders: 0, managerHours: 0, visitors: 0, t50: 14 }))).toEqual([])
  })
})
