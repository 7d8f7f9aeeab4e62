import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { translator } from '#platform/i18n/translate.ts'
import { caseSchema } from './case-schema.ts'
import { inputTables } from './input-tables.ts'
import { readCase } from './read-case.ts'

const fileOf = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const committed = fileOf('case-schema.json')
const isValid = new Ajv2020({ strict: false }).compile(committed)
const r1 = fileOf('examples/r1.json')
const tei = fileOf('examples/tei.json')

const labelOf = (name: string) => translator('en')(`business-case.input.${name}.label` as MessageKey)

test('the tables in docs/business-case.md are fresh; otherwise run node scripts/case-schema.mjs', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../../docs/business-case.md'), 'utf8')).toContain(
    `<!-- inputs -->\n\n${inputTables(labelOf)}\n\n<!--`,
  )
})

test('the schema in the repository is the one the table gives; otherwise run node scripts/case-schema.mjs', () => {
  const fresh = caseSchema(labelOf)
  expect(committed).toEqual(JSON.parse(JSON.stringify(fresh)))
})

test.each(['r1', 'r2', 'r3', 'tei', 'all-ten'])('the example %s fits the schema and can be read', (name) => {
  const example = fileOf(`examples/${name}.json`)
  expect(isValid(example), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true)
  expect(readCase(example)).toHaveProperty('input')
})

test.each([
  ['a horizon of a thousand months', { ...r1, horizonMonths: 1_000 }],
  ['an unknown name', { ...r1, inputs: { ...r1.inputs, visits: 1 } }],
  ['a share above one', { ...r1, inputs: { ...r1.inputs, ask: 1.5 } }],
  ['text for a number', { ...r1, inputs: { ...r1.inputs, sessions: '1.000' } }],
  ['a range of two numbers', { ...r1, inputs: { ...r1.inputs, sessions: { pert: [1, 2] } } }],
  ['a beta for money', { ...r1, inputs: { ...r1.inputs, margin: { beta: [1, 2] } } }],
  [
    'a survey of money',
    { ...r1, inputs: { ...r1.inputs, margin: { pert: [1, 2, 3], measured: { successes: 1, of: 2 } } } },
  ],
  ['both kinds of uncertainty', { ...r1, tei: tei.tei }],
  ['a table without lines', { ...tei, tei: [] }],
  ['a margin above one', { ...tei, tei: [{ ...tei.tei[0], margin: 2 }] }],
])('%s fits neither the schema nor the reader', (_, json) => {
  expect(isValid(json)).toBe(false)
  expect(readCase(json)).toHaveProperty('problems')
})

test('a table may have an empty list of inputs', () => {
  expect(isValid({ ...tei, inputs: {} })).toBe(true)
  expect(readCase({ ...tei, inputs: {} })).toHaveProperty('input')
})

test('a survey beside a range fits both', () => {
  const json = {
    ...r1,
    inputs: { ...r1.inputs, would: { pert: [0.03, 0.12, 0.3], measured: { successes: 10, of: 112 } } },
  }
  expect(isValid(json)).toBe(true)
  expect(readCase(json)).toHaveProperty('input')
})
