import { describe, expect, it } from 'vitest'
import { ENABLERS, FOUNDATIONS, ITEMS } from './assessment.ts'
import schema from './assessment-schema.json' with { type: 'json' }
import energySupplier from './examples/energy-supplier.json' with { type: 'json' }
import { readAssessment } from './read-assessment.ts'

const whole = { foundations: energySupplier.foundations, enablers: energySupplier.enablers }

function problemsOf(json: unknown): string[] {
  const answered = readAssessment(json)
  return 'problems' in answered ? answered.problems.map(({ field, code }) => `${field} ${code}`) : []
}
const withFans = (fans: unknown) => ({ ...whole, foundations: { ...whole.foundations, fans } })

describe('answers that read', () => {
  it('are sure, and unknown where nobody said anything', () => {
    const sure = Object.fromEntries(ITEMS.map((id) => [id, 1]))
    expect(readAssessment(whole)).toEqual({
      input: { ...whole, confidence: sure, legal: null, contactable: null, founders: null },
    })
  })

  it('may be as sure as each other, or each in its own way', () => {
    expect(readAssessment({ ...whole, confidence: 0.8 })).toMatchObject({
      input: { confidence: { fans: 0.8, reach: 0.8 } },
    })
    expect(readAssessment({ ...whole, confidence: { fans: 0.5 } })).toMatchObject({
      input: { confidence: { fans: 0.5, reach: 1 } },
    })
  })

  it('may say null for what is unknown, and stand at either end of the scale', () => {
    expect(problemsOf({ ...whole, legal: null, contactable: null, founders: null })).toEqual([])
    for (const fans of [0, 100, 33.3]) expect(problemsOf(withFans(fans))).toEqual([])
  })
})

describe('answers that do not read', () => {
  it.each([
    [-0.001, 'out-of-range'],
    [100.001, 'out-of-range'],
    [1e300, 'out-of-range'],
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    ['70', 'not-a-number'],
    ['1.000', 'not-a-number'],
    ['70,5', 'decimal-comma'],
    ['1.070,5', 'decimal-comma'],
    [true, 'not-a-number'],
    [null, 'not-a-number'],
    [[70], 'not-a-number'],
    [{ value: 70 }, 'not-a-number'],
    [undefined, 'missing'],
  ])('a score of %s is named, and not corrected', (fans, code) => {
    expect(problemsOf(withFans(fans))).toEqual([`foundations.fans ${code}`])
  })

  it.each([[[]], ['{}'], [null], [7], [undefined]])('%j is no file of answers', (json) => {
    expect(problemsOf(json)).toEqual([' not-an-object'])
  })

  it('an empty file names all nine scores that are missing', () => {
    const missing = [...FOUNDATIONS.map((id) => `foundations.${id}`), ...ENABLERS.map((id) => `enablers.${id}`)]
    expect(problemsOf({})).toEqual(missing.map((field) => `${field} missing`))
    expect(problemsOf({ foundations: {}, enablers: {} })).toEqual(missing.map((field) => `${field} missing`))
  })

  it('a name that nobody knows is refused wherever it stands', () => {
    expect(problemsOf({ ...whole, foundation: {} })).toEqual(['foundation unknown-name'])
    expect(problemsOf(withFans(50)).concat(problemsOf({ ...whole, enablers: { ...whole.enablers, luck: 3 } }))).toEqual(
      ['enablers.luck unknown-name'],
    )
    expect(problemsOf({ ...whole, confidence: { luck: 1 } })).toEqual(['confidence.luck unknown-name'])
    expect(problemsOf(JSON.parse(`{"__proto__": {}, ${JSON.stringify(whole).slice(1)}`))).toEqual([
      '__proto__ unknown-name',
    ])
  })

  it('confidence is a share, as a whole and for each item', () => {
    expect(problemsOf({ ...whole, confidence: 1.01 })).toEqual(['confidence out-of-range'])
    expect(problemsOf({ ...whole, confidence: '0.8' })).toEqual(['confidence not-a-number'])
    expect(problemsOf({ ...whole, confidence: null })).toEqual(['confidence not-a-number'])
    expect(problemsOf({ ...whole, confidence: { fans: 80 } })).toEqual(['confidence.fans out-of-range'])
  })

  it('people are whole and not negative, legal is true or false', () => {
    expect(problemsOf({ ...whole, contactable: -1, founders: 2.5, legal: 'yes' })).toEqual([
      ...['legal not-true-or-false', 'contactable out-of-range', 'founders not-whole'],
    ])
    expect(problemsOf({ ...whole, contactable: 9e9 })).toEqual(['contactable out-of-range'])
    expect(problemsOf({ ...whole, founders: '25' })).toEqual(['founders not-a-number'])
  })

  it('all problems are told at once', () => {
    expect(problemsOf({ foundations: [], enablers: { ...whole.enablers, reach: 101 }, confidence: 7 })).toEqual([
      ...['foundations not-an-object', 'enablers.reach out-of-range', 'confidence out-of-range'],
    ])
  })
})

it('the schema in the repository knows the same names', () => {
  const { foundations, enablers, confidence } = schema.properties
  expect(Object.keys(foundations.properties)).toEqual([...FOUNDATIONS])
  expect(foundations.required).toEqual([...FOUNDATIONS])
  expect(Object.keys(enablers.properties)).toEqual([...ENABLERS])
  expect(enablers.required).toEqual([...ENABLERS])
  expect(Object.keys(confidence.oneOf[1]?.properties ?? {})).toEqual([...ITEMS])
  expect(problemsOf({ ...whole, other: 1 })).toEqual(['other unknown-name'])
  const told = readAssessment({ other: 1 })
  const names = 'problems' in told ? told.problems[0]?.values.names : ''
  expect(Object.keys(schema.properties).join(', ')).toBe(names)
})
