import type { ChartOption } from './draw.ts'
import { type Ink, inks } from './inks.ts'
import { amounts, type ChartWords, grid } from './parts.ts'

export interface BenefitSeries {
  readonly label: string
  readonly years: readonly number[]
}

/** The colours in the order of the series; the legend beside the picture takes the same. */
export const seriesInks: readonly Ink[] = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6']

/** Benefit per year, stacked by objective; running costs as a line across. */
export function benefitsChart(
  series: readonly BenefitSeries[],
  costs: readonly number[],
  words: ChartWords,
): ChartOption {
  return {
    grid: { ...grid, top: 14, left: 8, right: 14 },
    xAxis: {
      type: 'category',
      data: costs.map((_, at) => words.year(at + 1)),
      axisLine: { lineStyle: { color: inks.axis } },
      axisTick: { show: false },
      axisLabel: { color: inks.quiet },
    },
    yAxis: { ...amounts(words), axisLine: { show: false } },
    series: [
      ...series.map(({ years }, at) => ({
        type: 'bar',
        silent: true,
        stack: 'benefits',
        barMaxWidth: 64,
        barCategoryGap: '45%',
        data: years,
        itemStyle: { color: inks[seriesInks[at] ?? 'series6'] },
      })),
      {
        type: 'line',
        silent: true,
        symbol: 'circle',
        symbolSize: 7,
        data: costs,
        lineStyle: { color: inks.bad, width: 2, type: [5, 4] },
        itemStyle: { color: inks.bad },
      },
    ],
  }
}
