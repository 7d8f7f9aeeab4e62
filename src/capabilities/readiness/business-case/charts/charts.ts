import type { CaseResult } from '../case.ts'
import { type BenefitSeries, benefitsChart } from './benefits-chart.ts'
import { type CashLine, cashChart } from './cash-chart.ts'
import { type ChartOption, draw, type Size } from './draw.ts'
import { npvChart } from './npv-chart.ts'
import type { ChartWords } from './parts.ts'
import { type TornadoRow, tornadoChart, tornadoHeight } from './tornado-chart.ts'

/** Each picture twice: small letters on a phone cannot be read, and large ones on a desk look clumsy. */
export interface Drawing {
  readonly narrow: string
  readonly wide: string
}

export type ChartName = 'npv' | 'cash' | 'tornado' | 'benefits'
export type Drawings = Partial<Record<ChartName, Drawing>>

export interface Pictured {
  readonly simulation?: CaseResult['simulation']
  readonly cash?: CashLine
  readonly tornado?: { readonly rows: readonly TornadoRow[]; readonly expected: number }
  readonly benefits?: { readonly series: readonly BenefitSeries[]; readonly costs: readonly number[] }
}

/** Draws what there is to draw. Runs where the calculation runs: in a thread of the server, or in the browser's worker. */
export function drawCharts({ simulation, cash, tornado, benefits }: Pictured, words: ChartWords): Drawings {
  return {
    ...(simulation && { npv: both('npv', npvChart(simulation, words), 250) }),
    ...(cash && { cash: both('cash', cashChart(cash, words), 280) }),
    ...(benefits && { benefits: both('benefits', benefitsChart(benefits.series, benefits.costs, words), 280) }),
    ...(tornado?.rows.length && {
      tornado: both('tornado', tornadoChart(tornado.rows, tornado.expected, words), tornadoHeight(tornado.rows.length)),
    }),
  }
}

const both = (name: ChartName, option: ChartOption, height: number): Drawing => ({
  narrow: drawAs(`${name}-narrow`, option, { width: 350, height }),
  wide: drawAs(`${name}-wide`, option, { width: 560, height }),
})

const drawAs = (name: string, option: ChartOption, size: Size) => draw(name, option, size)
