import { expect, test } from 'vitest'
import type { CaseInput } from './case.ts'
import { firstWords, wordsOfCase } from './case-words.ts'
import { evaluateCase } from './evaluate.ts'
import allTen from './examples/all-ten.json' with { type: 'json' }
import r1 from './examples/r1.json' with { type: 'json' }
import r3 from './examples/r3.json' with { type: 'json' }
import { readCaseForm } from './forms.ts'
import { readCase } from './read-case.ts'

const only = (...names: (keyof typeof allTen.inputs)[]) => ({
  inputs: Object.fromEntries([...names, 'oneOff' as const].map((name) => [name, allTen.inputs[name]])),
})

function read(json: unknown): CaseInput {
  const result = readCase(json)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.input
}

function opened(input: CaseInput, language: 'nl' | 'en'): CaseInput {
  const form = readCaseForm(wordsOfCase(input, 'mid', language), language)
  if ('problems' in form) throw new Error(JSON.stringify(form.problems))
  return form.input
}

test.each([
  ['the add-on', r1],
  ['the community instead of a call centre', r3],
  ['all ten', allTen],
  ['tests alone', only('tests', 'testCostExternal')],
  ['ideas alone', only('ideas', 'ideaImplemented', 'ideaValue', 'ideaAttribution', 'ideaScreening')],
  ['partners without service', only('partnerTickets', 'partnerTicketCost', 'avoidable')],
])('whoever opens a case in the form gets the figures and warnings of the command line: %s', (_, json) => {
  const input = read(json)
  const told = evaluateCase(input, { simulate: false })
  for (const language of ['nl', 'en'] as const) {
    const shown = evaluateCase(opened(input, language), { simulate: false })
    expect(shown.objectives).toEqual(told.objectives)
    expect(shown.atModes?.npv).toBeCloseTo(told.atModes?.npv ?? Number.NaN, 6)
    expect(shown.expectedAtModes?.npv).toBeCloseTo(told.expectedAtModes?.npv ?? Number.NaN, 6)
    expect(shown.flags).toEqual(told.flags)
  }
})

test('the form begins with something to hold a claim about service against', () => {
  const form = readCaseForm(firstWords('mid', 'en'), 'en')
  expect('input' in form && form.input.inputs.contacts).toBe(2_500_000)
})
