import type { Language } from '#platform/i18n/languages.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { CaseResult } from './case.ts'
import { costLabel, inputLabel, objectiveLabel } from './texts.ts'

/** How a spreadsheet expects it: Dutch ones want semicolons and decimal commas, English ones commas and points. */
export type Notation = Language

type Cell = string | number | null

/** All results as rows; opens in a spreadsheet of that notation without asking. */
export function resultsCsv(result: CaseResult, t: Translate, notation: Notation): string {
  const separator = notation === 'nl' ? ';' : ','
  const lines = rowsOf(result, t).map((row) => row.map((cell) => written(cell, notation, separator)).join(separator))
  // The mark at the beginning tells Excel that letters are UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function written(cell: Cell, notation: Notation, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return notation === 'nl' ? rounded(cell).replace('.', ',') : rounded(cell)
  // What begins like a formula must not be one: a name may come from somebody else's file.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const rounded = (value: number): string => String(Number(value.toPrecision(12)))

function rowsOf(result: CaseResult, t: Translate): Cell[][] {
  if (result.tei) return teiRows(result, t)
  const { atModes, expectedAtModes, simulation } = result
  if (!atModes) return []
  const name = (key: 'npv' | 'roi' | 'benefits' | 'costs' | 'payback') => t(`business-case.page.csv.${key}`)
  return [
    [t('business-case.page.title')],
    [],
    [name('npv'), atModes.npv],
    [t('business-case.page.figure.expected'), expectedAtModes?.npv ?? null],
    [name('roi'), atModes.roi],
    [name('benefits'), atModes.pvBenefits],
    [name('costs'), atModes.pvCosts],
    [name('payback'), atModes.paybackMonth],
    ...(simulation ? simulationRows(simulation, t) : []),
    [],
    ...yearRows(result, t),
    [],
    ...inputRows(result, t),
  ]
}

function simulationRows(simulation: NonNullable<CaseResult['simulation']>, t: Translate): Cell[][] {
  return [
    [t('business-case.page.csv.runs'), simulation.runs],
    [t('business-case.page.figure.probability'), simulation.probabilityPositive],
    [t('business-case.page.figure.mean'), simulation.mean],
    [t('business-case.page.csv.error'), simulation.standardError],
    ...([5, 50, 95] as const).map((number): Cell[] => [
      t('business-case.chart.percentile', { number }),
      simulation[`p${number}`],
    ]),
    [],
    [
      t('business-case.page.input'),
      t('business-case.page.correlation'),
      t('business-case.page.at-p10'),
      t('business-case.page.at-p90'),
      t('business-case.page.evpi'),
    ],
    ...simulation.drivers.map(({ input, rankCorrelation, low, high, evpi }): Cell[] => [
      inputLabel(t, input),
      ...[rankCorrelation, low, high, evpi],
    ]),
  ]
}

function yearRows({ atModes }: CaseResult, t: Translate): Cell[][] {
  if (!atModes) return []
  const head = atModes.years.map(({ year }) => t('business-case.chart.year', { number: year }))
  return [
    ['', ...head, t('business-case.page.present-value')],
    ...atModes.objectives.map(({ objective, years, presentValue }): Cell[] => [
      objectiveLabel(t, objective),
      ...years,
      presentValue,
    ]),
    ...atModes.costs.map(({ cost, years, presentValue }): Cell[] => [costLabel(t, cost), ...years, presentValue]),
    [t('business-case.page.years.contacts'), ...atModes.years.map(({ contactsAvoided }) => contactsAvoided)],
    [t('business-case.page.years.so-far'), ...atModes.years.map(({ cumulative }) => cumulative)],
  ]
}

function inputRows({ inputs }: CaseResult, t: Translate): Cell[][] {
  return [
    [
      t('business-case.page.input'),
      t('business-case.page.inputs.mode'),
      'P10',
      'P90',
      t('business-case.page.csv.name'),
    ],
    ...inputs.map(({ input, mode, p10, p90 }): Cell[] => [inputLabel(t, input), mode, p10, p90, input]),
  ]
}

function teiRows({ tei }: CaseResult, t: Translate): Cell[][] {
  if (!tei) return []
  const head = tei.total.map((_, at) => t('business-case.chart.year', { number: at + 1 }))
  return [
    [
      t('business-case.page.tei.benefit'),
      ...head,
      t('business-case.page.tei.total'),
      t('business-case.page.present-value'),
    ],
    ...tei.benefits.map(({ name, years, total, presentValue }): Cell[] => [name, ...years, total, presentValue]),
    [t('business-case.page.tei.together'), ...tei.total, sum(tei.total), tei.presentValue],
  ]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
