import type { Language } from '#platform/i18n/languages.ts'
import type { CaseInput, InputValue, ObjectiveKey } from './case.ts'
import { type CaseWords, field, isPercent, type Kind, MOST_OVERLAPS, overlapField } from './case-fields.ts'
import { groupOf, groups } from './groups.ts'
import type { BrandSize } from './inputs/row.ts'
import { type InputName, inputNames, usualCase, usualOf } from './inputs.ts'
import { countedObjectives } from './objectives.ts'
import type { GivenStall } from './stall-query.ts'
import { asPercent, spelled } from './typed-number.ts'

/** The objectives that a case begins with; all the others are a click away. */
export const firstObjectives: readonly ObjectiveKey[] = ['service', 'ideas', 'wordOfMouth', 'research']

/** The form as it begins for a brand of this size. */
export function firstWords(size: BrandSize, language: Language): CaseWords {
  const { inputs, ...head } = usualCase(size)
  const usual = inputNames.filter((name) => !isCost(name)).map((name) => [name, usualOf(name, size)])
  const all = { ...Object.fromEntries(usual), ...inputs }
  return wordsOfCase({ ...head, inputs: all, objectives: firstObjectives }, size, language)
}

/**
 * A case as a filled form. What is off shows what is usual, so that it can be switched on; what is on and was left out
 * is 0, as the calculation takes it: opening a case changes nothing about it.
 */
export function wordsOfCase(input: CaseInput, size: BrandSize, language: Language): CaseWords {
  const fields: Record<string, string> = {
    horizon: String(input.horizonMonths),
    discount: spelled(asPercent(input.discountRate), language),
    seed: String(input.seed),
    runs: String(input.runs),
  }
  const objectives = countedObjectives(input.objectives, input.inputs)
  for (const { inputs, objective } of groups) {
    for (const name of inputs) {
      const isOn = objective === null ? isCost(name) : objectives.includes(objective)
      const value = input.inputs[name] ?? (isOn ? 0 : usualOf(name, size))
      Object.assign(fields, wordsOfValue(name, value, language))
    }
  }
  for (const [row, { of, countedIn, share }] of (input.overlaps ?? []).slice(0, MOST_OVERLAPS).entries()) {
    fields[overlapField(row, 'of')] = of
    fields[overlapField(row, 'countedIn')] = countedIn
    fields[overlapField(row, 'share')] = spelled(asPercent(share), language)
  }
  return { size, objectives, fields }
}

/** The same form with another probability of stalling. */
export function wordsWithStall(words: CaseWords, stall: GivenStall, language: Language): CaseWords {
  const value: InputValue = typeof stall === 'number' ? stall : { pert: stall }
  return { ...words, fields: { ...words.fields, ...wordsOfValue('stall', value, language) } }
}

const isCost = (name: InputName): boolean => groupOf(name) === 'costs'

function wordsOfValue(name: InputName, value: InputValue, language: Language): Record<string, string> {
  const say = (number: number | undefined) =>
    number === undefined ? '' : spelled(isPercent(name) ? asPercent(number) : number, language)
  const bare = (number: number) => spelled(number, language)
  const [kind, ...three]: [Kind, string, string, string] =
    typeof value === 'number'
      ? ['number', '', say(value), '']
      : 'pert' in value
        ? ['range', say(value.pert[0]), say(value.pert[1]), say(value.pert[2])]
        : 'beta' in value
          ? ['beta', bare(value.beta[0]), '', bare(value.beta[1])]
          : ['quantiles', say(value.p10), say(value.p50), say(value.p90)]
  const measured = typeof value === 'object' && 'measured' in value ? value.measured : undefined
  return {
    [field(name, 'kind')]: kind,
    [field(name, 'low')]: three[0],
    [field(name, 'mode')]: three[1],
    [field(name, 'high')]: three[2],
    [field(name, 'successes')]: measured ? String(measured.successes) : '',
    [field(name, 'of')]: measured ? String(measured.of) : '',
  }
}
