import { inks } from './inks.ts'

/** The few words inside a picture; they are made where texts are at hand. */
export interface ChartWords {
  /** Money in a tight place, such as "−400K". */
  readonly money: (amount: number) => string
  readonly month: (month: number) => string
  readonly year: (year: number) => string
  readonly percentile: (percentile: number) => string
}

/** Room for the words beside the axes is found by echarts itself. */
export const grid = { bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const

/** Lines through the whole picture, without arrows. */
export const FULL = { silent: true, symbol: 'none', animation: false, z: 3 } as const

/** An axis of money. */
export const amounts = (words: ChartWords) => ({
  type: 'value' as const,
  splitNumber: 4,
  axisLine: { show: true, lineStyle: { color: inks.axis } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: inks.line } },
  axisLabel: { color: inks.quiet, hideOverlap: true, formatter: (amount: number) => words.money(amount) },
})

interface Place {
  value(at: number): number
  coord(point: readonly [number, number]): number[]
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
}

/** A row of data drawn as one box. */
export const rectangle = (boxOf: (place: Place) => Box) => (_: unknown, place: Place) => {
  const { fill, ...shape } = boxOf(place)
  return { type: 'rect', shape, style: { fill } }
}
