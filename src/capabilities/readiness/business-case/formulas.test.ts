import { expect, test } from 'vitest'
import { readTexts } from '#platform/i18n/translate.ts'
import { type CaseInput, costKeys, objectiveKeys } from './case.ts'
import { evaluateCase } from './evaluate.ts'
import { checkInputs } from './inputs/contacts.ts'
import { rampInputs } from './inputs/cost.ts'
import { type InputName, inputNames, inputs, usualCase, usualOf } from './inputs.ts'

// Everything that can be counted together, each number its own.
const everything: CaseInput = {
  ...usualCase('mid'),
  inputs: Object.fromEntries(
    inputNames
      .filter((name) => !['exposedCustomers', 'churnReduction', 'churnMargin'].includes(name))
      .map((name, at) => [name, inputs[name].unit === 'share' ? 0.01 + at / 100 : 3 + at]),
  ),
}
const formulas = evaluateCase(everything, { simulate: false }).formulas ?? []

/** Works out a formula from its text and its numbers, as a reader would. */
function workedOut(text: string, terms: readonly { name: string; value: number }[]): number {
  const numbers = terms
    .toSorted((one, other) => other.name.length - one.name.length)
    .reduce((so, { name, value }) => so.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `(${value})`), text)
  return Function(`return ${numbers.replaceAll('×', '*').replaceAll('−', '-')}`)()
}

test.each(formulas)(
  'the formula of $line, worked out from what is shown, gives what is shown',
  ({ text, terms, value }) => {
    expect(terms.every((term) => Number.isFinite(term.value))).toBe(true)
    expect(workedOut(text, terms) / value).toBeCloseTo(1, 12)
  },
)

test('every objective and every running cost shows its formula, and every input stands in one', () => {
  const shown = new Set(formulas.map(({ line }) => line))
  expect(objectiveKeys.filter((key) => !shown.has(key))).toEqual([])
  expect(costKeys.filter((key) => !shown.has(key))).toEqual(['oneOff'])
  const used = new Set(formulas.flatMap(({ terms }) => terms.map(({ name }) => name)))
  const elsewhere = ['exposedCustomers', 'churnReduction', 'churnMargin', 'oneOff']
  const others = [...elsewhere, ...Object.keys(rampInputs), ...Object.keys(checkInputs)]
  expect(inputNames.filter((name) => !used.has(name) && !others.includes(name))).toEqual([])
})

test('every input, objective and cost has its words', () => {
  const { en } = readTexts()
  const keys = [
    ...inputNames.flatMap((name) => [`input.${name}.label`, `input.${name}.hint`]),
    ...objectiveKeys.map((key) => `objective.${key}`),
    ...costKeys.map((key) => `cost.${key}`),
  ]
  expect(keys.filter((key) => !en.has(`business-case.${key}`))).toEqual([])
})

test('what a brand may begin with lies within what is allowed', () => {
  const outside = (name: InputName) => {
    const { min, max } = inputs[name]
    const usual = (['small', 'mid', 'large', 'instead'] as const).map((size) => usualOf(name, size))
    const ends = usual.flatMap((one) => (typeof one === 'number' ? [one] : 'pert' in one ? one.pert : []))
    return ends.length < 4 || ends.some((end) => end < min || end > max)
  }
  expect(inputNames.filter(outside)).toEqual([])
})
