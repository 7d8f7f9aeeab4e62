import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { ChartTexts } from './calculated.ts'
import { type CostKey, type ObjectiveKey, objectiveKeys } from './case.ts'
import type { Group } from './groups.ts'
import { type InputName, inputNames } from './inputs.ts'

const text = (t: Translate, key: string, values?: Record<string, string | number>) =>
  t(`business-case.${key}` as MessageKey, values)

/** What did or did not happen has a name of its own: it is no input. */
export const inputLabel = (t: Translate, name: InputName | 'stalled'): string =>
  name === 'stalled' ? text(t, 'chart.stalled') : text(t, `input.${name}.label`)

export const objectiveLabel = (t: Translate, name: ObjectiveKey): string => text(t, `objective.${name}`)
export const costLabel = (t: Translate, name: CostKey): string => text(t, `cost.${name}`)

export function chartTexts(t: Translate): ChartTexts {
  const language: Language = t.language
  return {
    language,
    month: text(t, 'chart.month', { number: '#' }),
    year: text(t, 'chart.year', { number: '#' }),
    percentile: text(t, 'chart.percentile', { number: '#' }),
    others: text(t, 'chart.others'),
    objectives: Object.fromEntries(objectiveKeys.map((key) => [key, objectiveLabel(t, key)])),
    inputs: Object.fromEntries([...inputNames, 'stalled' as const].map((name) => [name, inputLabel(t, name)])),
  }
}

/** Where the usual value of an input comes from. */
export const sourceOf = (t: Translate, name: InputName): string => text(t, `source.${name}`)

export const inputHint = (t: Translate, name: InputName): string => text(t, `input.${name}.hint`)

export const groupLabel = (t: Translate, name: Group['name']): string =>
  name === 'growth' || name === 'costs' ? text(t, `page.group.${name}`) : objectiveLabel(t, name)
