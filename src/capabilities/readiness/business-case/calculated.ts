import type { Language } from '#platform/i18n/languages.ts'
import type { CaseInput, CaseResult } from './case.ts'
import { cashBand } from './cash-band.ts'
import type { BenefitSeries } from './charts/benefits-chart.ts'
import type { CashLine } from './charts/cash-chart.ts'
import { type Drawings, drawCharts } from './charts/charts.ts'
import type { ChartWords } from './charts/parts.ts'
import { evaluateCase } from './evaluate.ts'
import { plain } from './figures.ts'

/** A case with its results and pictures: plain values, so that they can come from a thread or a worker. */
export interface Calculated {
  readonly input: CaseInput
  readonly result: CaseResult
  readonly drawings: Drawings
  readonly cash?: CashLine
}

/** Words for the pictures as plain values; `#` stands for the number. */
export interface ChartTexts {
  readonly language: Language
  readonly month: string
  readonly year: string
  readonly percentile: string
  readonly others: string
  readonly objectives: Readonly<Record<string, string>>
  /** Of inputs, and of `stalled`. Some bear the same name as an objective. */
  readonly inputs: Readonly<Record<string, string>>
}

/** Everything of a case, on whichever side. Takes seconds for many runs: never on the thread that answers people. */
export function calculate(input: CaseInput, texts: ChartTexts): Calculated {
  const result = evaluateCase(input)
  const cash = cashOf(input, result)
  return { input, result, cash, drawings: drawingsOf(result, cash, texts) }
}

export const TORNADO_ROWS = 8
const SERIES = 5

function cashOf(input: CaseInput, { atModes }: CaseResult): CashLine | undefined {
  if (!atModes) return undefined
  const before = -(atModes.costs.find(({ cost }) => cost === 'oneOff')?.presentValue ?? 0)
  return {
    months: [0, ...atModes.months.map(({ month }) => month)],
    atModes: [before, ...atModes.months.map(({ cumulative }) => cumulative)],
    band: cashBand(input),
  }
}

function drawingsOf(result: CaseResult, cash: CashLine | undefined, texts: ChartTexts): Drawings {
  const { simulation, atModes, expectedAtModes } = result
  if (!atModes) return {}
  return drawCharts(
    {
      simulation,
      cash,
      tornado: {
        expected: expectedAtModes?.npv ?? atModes.npv,
        rows: widest(result).map(({ input, low, high }) => ({ label: texts.inputs[input] ?? input, low, high })),
      },
      benefits: { series: seriesOf(result, texts), costs: atModes.years.map(({ costs }) => costs) },
    },
    wordsOf(texts),
  )
}

/** The drivers that move the expected result most, the widest first. */
export const widest = ({ simulation }: CaseResult) =>
  [...(simulation?.drivers ?? [])]
    .sort((one, other) => Math.abs(other.high - other.low) - Math.abs(one.high - one.low))
    .slice(0, TORNADO_ROWS)

/** The largest objectives, and the rest of them together: more colours than six nobody can tell apart. */
export function seriesOf(
  { atModes }: CaseResult,
  texts: Pick<ChartTexts, 'objectives' | 'others'>,
): readonly BenefitSeries[] {
  const all = [...(atModes?.objectives ?? [])]
    .sort((one, other) => Math.abs(other.presentValue) - Math.abs(one.presentValue))
    .map(({ objective, years }) => ({ label: texts.objectives[objective] ?? objective, years }))
  if (all.length <= SERIES + 1) return all
  const rest = all.slice(SERIES)
  const years = rest[0]?.years.map((_, at) => rest.reduce((sum, one) => sum + (one.years[at] ?? 0), 0)) ?? []
  return [...all.slice(0, SERIES), { label: texts.others, years }]
}

const wordsOf = ({ language, month, year, percentile }: ChartTexts): ChartWords => ({
  money: (amount) => compact(amount, language),
  month: (number) => month.replace('#', String(number)),
  year: (number) => year.replace('#', String(number)),
  percentile: (number) => percentile.replace('#', String(number)),
})

/** Amounts on an axis: the unit stands beside the picture. */
function compact(amount: number, language: Language): string {
  const step = [1e9, 1e6, 1e3].find((one) => Math.abs(amount) >= one) ?? 1
  const unit = { 1e9: ' mld', 1e6: ' mln', 1e3: 'K', 1: '' }[step] ?? ''
  const english = { 1e9: 'bn', 1e6: 'm', 1e3: 'k', 1: '' }[step] ?? ''
  return `${plain(amount / step, language, 2)}${language === 'nl' ? unit : english}`
}
