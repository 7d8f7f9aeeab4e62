import { describe, expect, test } from 'vitest'
import { readTexts } from '#platform/i18n/translate.ts'
import r1 from './examples/r1.json' with { type: 'json' }
import tei from './examples/tei.json' with { type: 'json' }
import { readCase, readCaseText } from './read-case.ts'

const problemsOf = (json: unknown) => {
  const read = readCase(json)
  return 'problems' in read ? read.problems.map(({ field, code }) => `${field}: ${code}`) : []
}
const withInputs = (given: Record<string, unknown>) => ({ ...r1, inputs: { ...r1.inputs, ...given } })
const withLine = (given: Record<string, unknown>) => ({ ...tei, tei: [{ ...tei.tei[0], ...given }] })
const without = (...names: string[]) => ({
  ...r1,
  inputs: Object.fromEntries(Object.entries(r1.inputs).filter(([name]) => !names.includes(name))),
})

test('the worked examples are read, and what they leave out gets its usual value', () => {
  expect(problemsOf(r1)).toEqual([])
  expect(problemsOf(tei)).toEqual([])
  expect(readCase({ inputs: r1.inputs })).toMatchObject({
    input: { mode: 'monthly', horizonMonths: 36, discountRate: 0.1, runs: 100_000 },
  })
  expect(readCase(withInputs({ ask: { p10: 0.005, p50: 0.01, p90: 0.02 }, found: { beta: [3, 4] } }))).toMatchObject({
    input: { inputs: { ask: { p10: 0.005, p50: 0.01, p90: 0.02 }, found: { beta: [3, 4] } } },
  })
})

test.each([
  ['nothing', undefined, ': not-an-object'],
  ['null', null, ': not-an-object'],
  ['a list', [r1], ': not-an-object'],
  ['an empty object', {}, 'inputs: no-inputs'],
  ['no inputs', { inputs: {} }, 'inputs: no-objective'],
  ['inputs that are a list', { inputs: [] }, 'inputs: not-an-object'],
  ['all zero', { inputs: Object.fromEntries(Object.keys(r1.inputs).map((name) => [name, 0])) }, 'inputs: all-zero'],
  ['all ranges from zero to zero', { inputs: { ideas: { pert: [0, 0, 0] }, ideaValue: 0 } }, 'inputs: all-zero'],
  ['costs alone', { inputs: { oneOff: 100, fte: 2 } }, 'inputs: no-objective'],
])('%s is not a case', (_, json, problem) => {
  expect(problemsOf(json)).toContain(problem)
})

test.each([
  ['horizonMonths', 0, 'out-of-bounds'],
  ['horizonMonths', 1_000, 'out-of-bounds'],
  ['horizonMonths', 12.5, 'not-whole'],
  ['horizonMonths', '36', 'text'],
  ['horizonMonths', null, 'not-a-number'],
  ['discountRate', -0.1, 'out-of-bounds'],
  ['discountRate', 10, 'out-of-bounds'],
  ['seed', -1, 'out-of-bounds'],
  ['seed', 2 ** 32, 'out-of-bounds'],
  ['seed', 0.5, 'not-whole'],
  ['runs', 10, 'out-of-bounds'],
  ['runs', 1e9, 'out-of-bounds'],
  ['mode', 'yearly', 'one-of'],
  ['objectives', 'service', 'list-between'],
  ['objectives', [], 'list-between'],
  ['objectives', ['service', 'service'], 'twice'],
  ['objectives[0]', ['sevice'], 'one-of'],
  ['tei', [], 'only-in-tei'],
  ['horizon', 36, 'unknown-name'],
])('%s may not be %j', (field, value, code) => {
  const name = field.replace(/\[.*/, '')
  expect(problemsOf({ ...r1, [name]: value })).toEqual([`${field}: ${code}`])
})

test.each([
  ['sessions', '1.000.000', 'text'],
  ['sessions', '1,5', 'text'],
  ['sessions', -1, 'out-of-bounds'],
  ['costContact', -6, 'out-of-bounds'],
  ['ask', 1.2, 'out-of-bounds'],
  ['intent', 60, 'out-of-bounds'],
  ['sessionsPerIssue', 0, 'out-of-bounds'],
  ['margin', Number.NaN, 'not-finite'],
  ['margin', Number.POSITIVE_INFINITY, 'not-finite'],
  ['margin', null, 'not-a-number'],
  ['margin', true, 'not-a-number'],
  ['margin', [40, 80, 140], 'not-a-number'],
  ['margin', {}, 'not-a-range'],
  ['margin', { normal: [1, 2] }, 'not-a-range'],
  ['margin', { pert: [1, 2, 3], beta: [1, 2] }, 'not-a-range'],
  ['margin', { pert: [140, 80, 40] }, 'pert-order'],
  ['margin', { pert: [40, 200, 140] }, 'pert-order'],
  ['margin', { pert: [40, 140] }, 'list-length'],
  ['margin', { pert: [-40, 80, 140] }, 'out-of-bounds'],
  ['margin', { pert: ['40', 80, 140] }, 'text'],
  ['ask', { pert: [0.1, 0.5, 1.5] }, 'out-of-bounds'],
  ['margin', { beta: [2, 3] }, 'beta-only-shares'],
  ['ask', { beta: [0, 3] }, 'out-of-bounds'],
  ['ask', { beta: [2] }, 'list-length'],
  ['margin', { p10: 140, p50: 80, p90: 40 }, 'quantiles-order'],
  ['margin', { p10: 80, p50: 80, p90: 80 }, 'quantiles-order'],
  ['margin', { p10: 0, p50: 80, p90: 140 }, 'quantiles-above-zero'],
  ['margin', { p10: 40, p50: 41, p90: 400 }, 'quantiles-uneven'],
  ['margin', { p10: 0.001, p50: 1, p90: 1_000 }, 'quantiles-too-wide'],
  ['ask', { p10: 0, p50: 0.5, p90: 0.9 }, 'quantiles-inside'],
  ['ask', { p10: 0.1, p50: 0.5, p90: 1 }, 'quantiles-inside'],
  ['margin', { pert: [40, 80, 140], measured: { successes: 1, of: 2 } }, 'measured-only-shares', '.measured'],
  ['ask', { p10: 0.1, p50: 0.2, p90: 0.4, measured: { successes: 1, of: 2 } }, 'measured-needs-range', '.measured'],
  ['ask', { pert: [0.1, 0.2, 0.3], measured: { successes: 3, of: 2 } }, 'measured-more-than-asked', '.measured'],
  ['ask', { pert: [0.1, 0.2, 0.3], measured: { successes: 1, of: 0 } }, 'out-of-bounds', '.measured.of'],
  ['ask', { pert: [0.1, 0.2, 0.3], measured: 7 }, 'not-an-object', '.measured'],
  ['ask', { pert: [0.1, 0.2, 0.3], mean: 7 }, 'unknown-name', '.mean'],
  ['ask', { p10: 0.1, p50: 0.2 }, 'not-a-number', '.p90'],
])('the input %s may not be %j', (name, value, code, at = '') => {
  expect(problemsOf(withInputs({ [name]: value }))).toEqual([`inputs.${name}${at}: ${code}`])
})

test('an unknown input is named, with the one that is probably meant', () => {
  expect(problemsOf(withInputs({ visits: 4 }))).toEqual(['inputs.visits: unknown-input'])
  expect(problemsOf(withInputs({ constructor: 4, toString: 4 }))).toEqual([
    'inputs.constructor: unknown-input',
    'inputs.toString: unknown-input',
  ])
  expect(readCase(withInputs({ peer_solved: 0.5 }))).toMatchObject({
    problems: [{ code: 'unknown-input-like', values: { nearest: 'peerSolved' } }],
  })
  expect(problemsOf(JSON.parse(JSON.stringify(r1).replace('"inputs":{', '"inputs":{"__proto__":1,')))).toEqual([
    'inputs.__proto__: unknown-input',
  ])
})

describe('an objective', () => {
  test('that lacks an input says which', () => {
    expect(problemsOf(without('avoidable', 'ideaValue'))).toEqual([
      'inputs.avoidable: missing',
      'inputs.ideaValue: missing',
    ])
  })

  test('does not need its costs, nor what other objectives need', () => {
    expect(problemsOf(without('ideaScreening', 'referralReward', 'kappa', 'oneOff'))).toEqual([])
    expect(problemsOf({ ...without('ideaValue'), objectives: ['service'] })).toEqual([])
    expect(problemsOf({ ...without('ideaValue'), objectives: ['ideas'] })).toEqual(['inputs.ideaValue: missing'])
    expect(problemsOf({ ...r1, objectives: ['testing'] })).toEqual([
      'inputs.tests: missing',
      'inputs.testCostExternal: missing',
    ])
  })

  test('that asks staff for answers needs to know how many questions there are', () => {
    const { staffMinutes, staffRate, staffShare } = r1.inputs
    const inputs = {
      ideas: 9,
      ideaImplemented: 0.1,
      ideaValue: 9,
      ideaAttribution: 1,
      staffMinutes,
      staffRate,
      staffShare,
    }
    expect(problemsOf({ inputs })).toEqual(['inputs.sessions: missing', 'inputs.ask: missing'])
  })

  test('is not seen in two ways at once', () => {
    const kept = { exposedCustomers: 1_000, churnReduction: 0.01, churnMargin: 50 }
    const prevented = { incidents: 4, incidentProbability: 0.1, incidentCost: 1_000, incidentPrevented: 0.1 }
    expect(problemsOf(withInputs(kept))).toEqual([])
    expect(problemsOf(withInputs({ ...kept, ...prevented }))).toEqual(['inputs.incidents: alternatives'])
  })
})

test('a name that is nearly right is told which one is probably meant, and any other that it is unknown', () => {
  const read = readCase(withInputs({ sesions: 1, cost_contact: 1, happiness: 1 }))
  expect('problems' in read && read.problems).toEqual([
    { field: 'inputs.sesions', code: 'unknown-input-like', values: { nearest: 'sessions' } },
    { field: 'inputs.cost_contact', code: 'unknown-input-like', values: { nearest: 'costContact' } },
    { field: 'inputs.happiness', code: 'unknown-input', values: {} },
  ])
})

test('a name that stands twice is not settled by taking the last', () => {
  const text = JSON.stringify(r1).replace('"inputs":{', '"inputs":{"ask":0.5,')
  expect(readCaseText(text)).toEqual({ problems: [{ field: 'inputs.ask', code: 'repeated', values: {} }] })
})

test.each(['NaN', '-Infinity', '0,5', '500.000,00'])('whoever writes %s is told the line and the field', (written) => {
  const text = `{\n"inputs": {\n"ask": 0.01, "found": ${written}}}`
  expect(readCaseText(text)).toEqual({
    problems: [{ field: expect.stringMatching(/^found$/), code: 'not-json', values: { line: 3 } }],
  })
})

test('amounts that are all zero are nothing, also where a ramp is given', () => {
  const zero = Object.fromEntries(Object.keys(r1.inputs).map((name) => [name, 0]))
  const inputs = { ...zero, sessionsPerIssue: 1, kappa: 0.25, t50: 14, stall: 0.35, stallCap: 0.1 }
  expect(problemsOf({ inputs })).toEqual(['inputs: all-zero'])
})

test('a line whose base cannot be read is not said to be zero as well', () => {
  expect(problemsOf(withLine({ base: '10.000' }))).toEqual(['tei[0].base: text'])
})

test.each([
  [[{ of: 'ideas', countedIn: 'research', share: 2 }], 'overlaps[0].share: out-of-bounds'],
  [[{ of: 'ideas', countedIn: 'ideas', share: 0.2 }], 'overlaps[0]: overlap-itself'],
  [[{ of: 'idea', countedIn: 'research', share: 0.2 }], 'overlaps[0].of: one-of'],
  [['ideas'], 'overlaps[0]: not-an-object'],
  [{}, 'overlaps: list-between'],
])('an overlap may not be %j', (overlaps, problem) => {
  expect(problemsOf({ ...r1, overlaps })).toEqual([problem])
})

test.each([
  [withLine({ margin: 1.2 }), 'tei[0].margin: out-of-bounds'],
  [withLine({ riskAdjustment: 20 }), 'tei[0].riskAdjustment: out-of-bounds'],
  [withLine({ base: -5 }), 'tei[0].base: out-of-bounds'],
  [withLine({ base: '10.000' }), 'tei[0].base: text'],
  [withLine({ base: 0 }), 'tei: all-zero'],
  [withLine({ rates: [[0.1]] }), 'tei[0].rates[0]: list-between'],
  [withLine({ rates: [[0.1, 2, 0.1]] }), 'tei[0].rates[0][1]: out-of-bounds'],
  [withLine({ rates: 0.1 }), 'tei[0].rates: list-between'],
  [withLine({ lag: 0.5 }), 'tei[0].lag: not-whole'],
  [withLine({ roundTo: 0 }), 'tei[0].roundTo: out-of-bounds'],
  [withLine({ name: '' }), 'tei[0].name: name'],
  [withLine({ rate: 1 }), 'tei[0].rate: unknown-name'],
  [{ ...tei, tei: undefined }, 'tei: list-between'],
  [{ ...tei, horizonMonths: 30 }, 'horizonMonths: whole-years'],
  [{ ...tei, inputs: r1.inputs }, 'inputs: not-in-tei'],
])('a published table that does not fit is told where: %j', (json, problem) => {
  expect(problemsOf(json)).toContain(problem)
})

test('of a hundred thousand mistakes the first fifty are told', () => {
  const inputs = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`input${n}`, n]))
  expect(problemsOf({ inputs })).toHaveLength(50)
})

test('every problem has its words, with the values that it brings', () => {
  const { en } = readTexts()
  const all = [
    ...[r1, tei].flatMap((one) => Object.keys(one).map((name) => ({ ...one, [name]: 'x' }))),
    ...['sessions', 'ask'].flatMap((name) =>
      [{ pert: [3, 2, 1] }, { p10: 3, p50: 2, p90: 1 }, {}].map((value) => withInputs({ [name]: value })),
    ),
  ].flatMap((json) => {
    const read = readCase(json)
    return 'problems' in read ? read.problems : []
  })
  const wordless = all.filter(({ code, values }) => {
    const text = en.get(`business-case.problem.${code}`)
    const names = [...(text ?? '').matchAll(/\{(\w+)/g)].map(([, name]) => name as string)
    return !text || names.some((name) => !Object.hasOwn(values, name))
  })
  expect(all.length).toBeGreaterThan(10)
  expect(wordless).toEqual([])
})
