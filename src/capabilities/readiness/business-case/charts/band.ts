import { inks } from './inks.ts'

type Point = readonly [number, number]

interface Sheet {
  coord(point: Point): number[]
}

/** One shape between two lines: stacked areas would go wrong where it crosses zero. */
export function band(above: readonly Point[], below: readonly Point[]) {
  return {
    type: 'custom',
    silent: true,
    // echarts reads the ends of the axis from the data, and draws the shape once, with the first of them.
    data: [...above, ...below],
    renderItem: ({ dataIndex }: { dataIndex: number }, { coord }: Sheet) =>
      dataIndex > 0
        ? undefined
        : {
            type: 'polygon',
            shape: { points: [...above, ...below.toReversed()].map((point) => coord(point)) },
            style: { fill: inks.band },
          },
  }
}
