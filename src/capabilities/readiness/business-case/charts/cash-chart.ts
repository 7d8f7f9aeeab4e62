import { band } from './band.ts'
import type { ChartOption } from './draw.ts'
import { inks } from './inks.ts'
import { amounts, type ChartWords, FULL, grid } from './parts.ts'

/** Money so far per month, from month 0: at modes, and between what 5 % and 95 % of the runs reach. */
export interface CashLine {
  readonly months: readonly number[]
  readonly atModes: readonly number[]
  readonly band?: readonly { readonly p5: number; readonly p50: number; readonly p95: number }[]
}

export function cashChart({ months, atModes, band }: CashLine, words: ChartWords): ChartOption {
  const last = months.at(-1) ?? 36
  const line = (data: readonly number[], color: string, more: object = {}) => ({
    type: 'line',
    silent: true,
    symbol: 'none',
    data: months.map((month, at) => [month, data[at]]),
    lineStyle: { color, width: 2, ...more },
  })
  return {
    grid: { ...grid, top: 14, left: 8, right: 18 },
    xAxis: {
      type: 'value',
      min: 0,
      max: last,
      interval: 12,
      axisLine: { lineStyle: { color: inks.axis } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: inks.quiet, formatter: (month: number) => words.month(month) },
    },
    yAxis: { ...amounts(words), axisLine: { show: false } },
    series: [
      ...(band ? [area(months, band)] : []),
      ...(band
        ? [
            line(
              band.map(({ p50 }) => p50),
              inks.mark,
              { type: [5, 4] },
            ),
          ]
        : []),
      {
        ...line(atModes, inks.text),
        markLine: {
          ...FULL,
          data: [{ yAxis: 0, lineStyle: { color: inks.axis, width: 1.5, type: 'solid' }, label: { show: false } }],
        },
      },
    ],
  }
}

const area = (months: readonly number[], spread: NonNullable<CashLine['band']>) =>
  band(
    months.map((month, at) => [month, spread[at]?.p95 ?? 0]),
    months.map((month, at) => [month, spread[at]?.p5 ?? 0]),
  )
