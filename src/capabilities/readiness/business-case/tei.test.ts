import { expect, test } from 'vitest'
import type { TeiLine } from './case.ts'
import { teiOf } from './tei.ts'

const line: TeiLine = {
  name: 'Revenue',
  base: 10_000_000,
  rates: [
    [0.3, 0.4, 0.5],
    [0.25, 0.25, 0.25],
    [0.5, 0.5, 0.5],
  ],
  lag: 1,
  margin: 0.12,
  riskAdjustment: 0.2,
  roundTo: 0.001,
}

test('a published table comes back: last year’s rates, rounded, on the base and last year’s benefit (T1)', () => {
  // 0.0375 is used as 0.038 and 0.05 as it is: 380,000 and 519,000 before margin.
  const { benefits, total, presentValue } = teiOf([line], 3, 0.1)
  const [benefit] = benefits
  expect(benefit?.years.map((year) => Math.round(year))).toEqual([0, 36_480, 49_824])
  expect(benefit?.total).toBeCloseTo(86_304, 6)
  expect(benefit?.presentValue).toBeCloseTo(36_480 / 1.21 + 49_824 / 1.331, 6)
  expect(total).toEqual(benefit?.years)
  expect(presentValue).toBe(benefit?.presentValue)
})

test('without rounding, lag and risk adjustment it is rates on what there is', () => {
  const plain = { ...line, lag: 0, margin: 1, riskAdjustment: 0, roundTo: undefined }
  const { benefits } = teiOf([plain], 2, 0)
  expect(benefits[0]?.years[0]).toBeCloseTo(375_000, 6)
  expect(benefits[0]?.years[1]).toBeCloseTo((10_000_000 + 375_000) * 0.05, 6)
})

test('two lines are added year by year', () => {
  const { total, presentValue, benefits } = teiOf([line, { ...line, name: 'Costs', base: 5_000_000 }], 3, 0.1)
  expect(total[1]).toBeCloseTo(54_720, 6)
  expect(presentValue).toBeCloseTo(1.5 * (benefits[0]?.presentValue as number), 6)
})

test('a half in decimals is rounded up, also where binary makes it a little less', () => {
  const half = { ...line, base: 1_000, rates: [[0.285], [0.1]], lag: 0, margin: 1, riskAdjustment: 0, roundTo: 0.001 }
  expect(teiOf([half], 1, 0).total[0]).toBeCloseTo(29, 9)
})
