import { objectiveKeys } from './case.ts'
import type { InputRow } from './inputs/row.ts'
import { type InputName, inputNames, rowOf } from './inputs.ts'
import { objectives } from './objectives.ts'
import { DISCOUNT, HORIZON, RUNS, SEED } from './read-case.ts'
import { ANSWERS, SHAPES } from './read-input.ts'
import { MOST_LINES } from './read-tei.ts'

/** The words that a reader of the schema sees for an input. */
export type LabelOf = (name: InputName) => string

const SHARE = { type: 'number', minimum: 0, maximum: 1 }

/** JSON Schema (2020-12) of a case, from the same table that reads it. What needs two fields at once it cannot say. */
export function caseSchema(labelOf: LabelOf) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Business case of a customer community',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      mode: { enum: ['monthly', 'tei'], default: 'monthly' },
      horizonMonths: { ...bounded(HORIZON), default: 36 },
      discountRate: { ...bounded(DISCOUNT), default: 0.1, description: 'Per year' },
      seed: bounded(SEED),
      runs: { ...bounded(RUNS), default: 100_000 },
      objectives: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: objectiveKeys } },
      inputs: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(inputNames.map((name) => [name, inputSchema(name, labelOf)])),
      },
      overlaps: { type: 'array', maxItems: 100, items: overlap },
      tei: { type: 'array', minItems: 1, maxItems: MOST_LINES, items: teiLine },
    },
    oneOf: [
      { properties: { mode: { const: 'monthly' } }, required: ['inputs'], not: { required: ['tei'] } },
      {
        properties: { mode: { const: 'tei' }, inputs: { maxProperties: 0 }, objectives: false, overlaps: false },
        required: ['mode', 'tei'],
      },
    ],
    $defs: {
      measured,
      ...Object.fromEntries(inputNames.map((name) => [kindOf(rowOf(name)), valueSchema(rowOf(name))])),
    },
  }
}

function inputSchema(name: InputName, labelOf: LabelOf) {
  const { unit, provenance, source } = rowOf(name)
  const description = `${labelOf(name)} (${unit}; ${partOf(name)}). ${provenance}: ${source}`
  return { description, $ref: `#/$defs/${kindOf(rowOf(name))}` }
}

const kindOf = ({ unit, min, max }: InputRow) => `${unit}-${min}-to-${max}`

/** A number or one of its ranges; inputs of the same kind share one. */
function valueSchema({ unit, min, max }: InputRow) {
  const number = { type: 'number', minimum: min, maximum: max }
  const inner = unit === 'signed' ? number : { type: 'number', exclusiveMinimum: 0, maximum: max }
  const survey = unit === 'share' ? { measured: { $ref: '#/$defs/measured' } } : {}
  const range = (form: string, length: number, items: object) => ({
    type: 'object',
    additionalProperties: false,
    required: [form],
    properties: { [form]: { type: 'array', minItems: length, maxItems: length, items }, ...survey },
  })
  const beta = range('beta', 2, { type: 'number', minimum: SHAPES.min, maximum: SHAPES.max })
  const quantiles = {
    type: 'object',
    additionalProperties: false,
    required: ['p10', 'p50', 'p90'],
    properties: { p10: inner, p50: inner, p90: inner },
  }
  return { oneOf: [number, range('pert', 3, number), ...(unit === 'share' ? [beta] : []), quantiles] }
}

function partOf(name: InputName): string {
  const of = objectiveKeys.filter((key) =>
    objectives[key].parts.some(({ own, shared, may }) => [...own, ...shared, ...may].includes(name)),
  )
  return of.join(', ') || 'every case'
}

const bounded = ({ min, max, isWhole = false }: { min: number; max: number; isWhole?: boolean }) => ({
  type: isWhole ? 'integer' : 'number',
  minimum: min,
  maximum: max,
})

const overlap = {
  type: 'object',
  additionalProperties: false,
  required: ['of', 'countedIn', 'share'],
  properties: { of: { enum: objectiveKeys }, countedIn: { enum: objectiveKeys }, share: SHARE },
}

const teiLine = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'base', 'rates'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 200 },
    base: { type: 'number', minimum: 0, maximum: 1e15 },
    rates: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: { type: 'array', minItems: 1, maxItems: 5, items: SHARE },
    },
    lag: { type: 'integer', minimum: 0, maximum: 4, default: 1 },
    margin: { ...SHARE, default: 1 },
    riskAdjustment: { ...SHARE, default: 0 },
    roundTo: { type: 'number', minimum: 1e-6, maximum: 1 },
  },
}

const measured = {
  type: 'object',
  additionalProperties: false,
  required: ['successes', 'of'],
  properties: { successes: bounded(ANSWERS), of: { ...bounded(ANSWERS), minimum: 1 } },
}
