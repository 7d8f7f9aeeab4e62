import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { type CostKey, costKeys, type ObjectiveKey, objectiveKeys, type Problem } from './case.ts'
import { type FieldProblem, isPercent, type Setting, settings } from './case-fields.ts'
import { isInputName } from './inputs.ts'
import { costLabel, inputLabel, objectiveLabel } from './texts.ts'
import { asPercent } from './typed-number.ts'

/** What is wrong with a field of the form, in the reader's own notation; shares as per cents, as they are typed. */
export function problemWords(t: Translate, { field, code, values }: FieldProblem): string {
  const isShare =
    (isInputName(field) && isPercent(field) && !code.startsWith('measured')) || ['discount', 'overlaps'].includes(field)
  const say = (value: string | number) => (typeof value === 'number' && isShare ? asPercent(value) : value)
  return wordsOf(t, code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value)])))
}

/** What is wrong in a file, with the path to it. */
export function fileProblemWords(t: Translate, { field, code, values }: Problem): string {
  const words = wordsOf(t, code, values)
  return field ? `${field}: ${words}` : words
}

/** How a field is called on the page. */
export function fieldLabel(t: Translate, field: string): string {
  if (isInputName(field)) return inputLabel(t, field)
  if (settings.includes(field as Setting)) return t(`business-case.page.setting.${field}` as MessageKey)
  return t(field === 'overlaps' ? 'business-case.page.overlaps' : 'business-case.page.objectives')
}

function wordsOf(t: Translate, code: string, values: Problem['values']): string {
  const own = code.startsWith('number-') || code === 'no-objective-chosen'
  const named = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && NAMES.has(name) ? nameLabel(t, value) : value,
    ]),
  )
  return t(`business-case.${own ? 'page' : 'problem'}.${code}` as MessageKey, named)
}

/** Values that name an input, an objective or a cost. */
const NAMES = new Set(['other', 'input', 'of'])

function nameLabel(t: Translate, name: string): string {
  if (isInputName(name)) return inputLabel(t, name)
  if (objectiveKeys.includes(name as ObjectiveKey)) return objectiveLabel(t, name as ObjectiveKey)
  return costKeys.includes(name as CostKey) ? costLabel(t, name as CostKey) : name
}
