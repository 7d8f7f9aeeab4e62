import type { ChartOption } from './draw.ts'
import { inks } from './inks.ts'
import { amounts, type ChartWords, FULL, grid } from './parts.ts'

export interface TornadoRow {
  readonly label: string
  readonly low: number
  readonly high: number
}

/** Rows of equal height: the picture grows with their number. */
export const tornadoHeight = (rows: number): number => 40 + rows * 44

interface Drawing {
  value(at: number): number
  coord(point: readonly [number, number]): number[]
}

/** What the expected result would be with one input low and then high, the widest on top. */
export function tornadoChart(rows: readonly TornadoRow[], expected: number, words: ChartWords): ChartOption {
  return {
    grid: { ...grid, top: 6, left: 14, right: 14, bottom: 26 },
    xAxis: { ...amounts(words), position: 'bottom', axisLine: { show: false } },
    yAxis: { type: 'value', show: false, min: 0, max: rows.length, inverse: true },
    series: [
      {
        type: 'custom',
        silent: true,
        data: rows.map(({ low, high }, at) => [low, high, at]),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, drawing: Drawing) => bar(rows, expected, drawing),
        markLine: {
          ...FULL,
          // Behind the words.
          z: 1,
          data: [
            { xAxis: expected, lineStyle: { color: inks.axis, width: 1.5, type: 'solid' }, label: { show: false } },
          ],
        },
      },
    ],
  }
}

/** The name stands above its bar, so that it may be as long as it is, also on a phone. */
function bar(rows: readonly TornadoRow[], expected: number, { value, coord }: Drawing) {
  const row = value(2)
  const [low = 0, top = 0] = coord([value(0), row])
  const [high = 0] = coord([value(1), row])
  const [middle = 0, bottom = 0] = coord([expected, row + 1])
  const y = top + (bottom - top) * 0.5
  const part = (end: number, fill: string) => ({
    type: 'rect',
    shape: { x: Math.min(middle, end), y, width: Math.max(1, Math.abs(end - middle)), height: (bottom - top) * 0.38 },
    style: { fill },
  })
  return {
    type: 'group',
    children: [
      part(low, inks.series3),
      part(high, inks.series1),
      {
        type: 'text',
        x: 14,
        y: y - 4,
        style: {
          ...{ text: rows[row]?.label ?? '', fill: inks.text, fontSize: 12, textVerticalAlign: 'bottom' },
          // Lines behind the words stop short of them.
          ...{ stroke: inks.paper, lineWidth: 4 },
        },
      },
    ],
  }
}
