import type { Simulation } from '../case.ts'
import type { ChartOption } from './draw.ts'
import { inks } from './inks.ts'
import { amounts, type ChartWords, FULL, grid, rectangle } from './parts.ts'

type Shown = Pick<Simulation, 'histogram' | 'p5' | 'p50' | 'p95'>

/** How the runs fell: losses and gains in colours of their own, with the lines that the tables name. */
export function npvChart({ histogram, p5, p50, p95 }: Shown, words: ChartWords): ChartOption {
  const { from, width, counts } = histogram
  const bars = counts.map((count, at) => [from + at * width, from + (at + 1) * width, count])
  const lines = [
    { xAxis: p5, name: words.percentile(5) },
    { xAxis: p50, name: words.percentile(50) },
    { xAxis: p95, name: words.percentile(95) },
  ]
  return {
    grid: { ...grid, top: 34, left: 14, right: 22 },
    xAxis: amounts(words),
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'custom',
        silent: true,
        data: bars,
        encode: { x: [0, 1], y: 2 },
        renderItem: rectangle(({ value, coord }) => {
          const [left = 0, top = 0] = coord([value(0), value(2)])
          const [right = 0, bottom = 0] = coord([value(1), 0])
          const fill = (value(0) + value(1)) / 2 > 0 ? inks.good : inks.bad
          return { x: left, y: top, width: Math.max(1, right - left - 1), height: bottom - top, fill }
        }),
        markLine: {
          ...FULL,
          data: [
            ...lines.map((line) => ({
              ...line,
              lineStyle: { color: inks.text, width: 1.5, type: 'dashed' },
              label: { formatter: '{b}', color: inks.text, textBorderWidth: 0, distance: [0, 6] },
            })),
            { xAxis: 0, lineStyle: { color: inks.axis, width: 1.5, type: 'solid' }, label: { show: false } },
          ],
        },
      },
    ],
  }
}
