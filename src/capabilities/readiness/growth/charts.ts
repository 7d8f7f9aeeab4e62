import { band } from '../business-case/charts/band.ts'
import { type ChartOption, draw } from '../business-case/charts/draw.ts'
import { inks } from '../business-case/charts/inks.ts'
import { takeOff } from '../take-off.ts'
import { type Drawings, type DrawnFigure, drawnFigures, type Figure, type GrowthMonth } from './growth.ts'

/** The words inside a picture. */
export interface GrowthWords {
  readonly month: (month: number) => string
  readonly amount: (figure: DrawnFigure, amount: number) => string
}

/** A line to hold the months against: where the community carries itself, or members answer enough. */
const lines: Partial<Record<DrawnFigure, number>> = {
  active: takeOff.active,
  posts: takeOff.posts,
  answeredByMembers: 0.9,
}

const SIZE = { width: 380, height: 220 }

/** The pictures as SVG, in words of one language. */
export function drawGrowth(months: readonly GrowthMonth[], words: GrowthWords): Drawings {
  const drawings = drawnFigures.map((figure) => [
    figure,
    draw(`growth-${figure}`, growthChart(months, figure, words), SIZE),
  ])
  return Object.fromEntries(drawings)
}

function growthChart(all: readonly GrowthMonth[], figure: DrawnFigure, words: GrowthWords): ChartOption {
  const line = lines[figure]
  // Before anybody could become a helper the load is out of all proportion, and the rest would be a flat line below it.
  const months = figure === 'load' ? all.slice(2) : all
  return {
    grid: { top: 14, left: 6, right: 16, bottom: 6, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: 0,
      max: all.length,
      interval: 12,
      axisLine: { lineStyle: { color: inks.axis } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: inks.quiet, formatter: words.month },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      ...(figure === 'answeredByMembers' ? { max: 1, interval: 0.25 } : {}),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: inks.line } },
      axisLabel: { color: inks.quiet, hideOverlap: true, formatter: (amount: number) => words.amount(figure, amount) },
    },
    series: [
      area(months, figure),
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        data: months.map(({ month, figures }) => [month, figures[figure].p50]),
        lineStyle: { color: inks.text, width: 2 },
        ...(line === undefined ? {} : { markLine: markAt(line) }),
      },
    ],
  }
}

const markAt = (amount: number) => ({
  silent: true,
  symbol: 'none',
  data: [
    { yAxis: amount, lineStyle: { color: inks.mark, width: 1.5, type: [5, 4] as number[] }, label: { show: false } },
  ],
})

/** Between what one in ten runs stays below and one in ten goes above. */
const area = (months: readonly GrowthMonth[], figure: Figure) =>
  band(
    months.map(({ month, figures }) => [month, figures[figure].p90]),
    months.map(({ month, figures }) => [month, figures[figure].p10]),
  )
