import type { Distribution } from '../../chance/distribution.ts'

const WIDTH = 160
const HEIGHT = 28

/** How likely each value in a range is, as a small hill; one number is a single line. */
export function RangeSketch({ of }: { of: Distribution | null }) {
  return (
    <svg class="range-sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} class="stroke-line" />
      {of !== null && <Shape of={of} />}
    </svg>
  )
}

function Shape({ of }: { of: Distribution }) {
  if (typeof of === 'number') return <path d={`M${WIDTH / 2} 4V${HEIGHT}`} class="stroke-good" />
  if ('pert' in of) {
    const [low, mode, high] = of.pert
    if (!(high > low)) return <path d={`M${WIDTH / 2} 4V${HEIGHT}`} class="stroke-good" />
    const at = (mode - low) / (high - low)
    return <Hill a={4 * at} b={4 * (1 - at)} mark={at} />
  }
  if ('beta' in of) {
    const [a, b] = of.beta
    return <Hill a={a - 1} b={b - 1} mark={a / (a + b)} />
  }
  const spread = of.p90 - of.p10
  return <Quantiles middle={spread > 0 ? (of.p50 - of.p10) / spread : 0.5} />
}

/** x^a · (1 − x)^b, as high as the picture. */
function Hill({ a, b, mark }: { a: number; b: number; mark: number }) {
  const places = Array.from({ length: 41 }, (_, at) => Math.min(Math.max(at / 40, 0.005), 0.995))
  const heights = places.map((x) => x ** a * (1 - x) ** b)
  const highest = Math.max(...heights)
  const points = places.map(
    (x, at) => `${round(x * WIDTH)} ${round(HEIGHT - ((heights[at] ?? 0) / highest) * (HEIGHT - 3))}`,
  )
  return (
    <>
      <path d={`M0 ${HEIGHT}L${points.join('L')}L${WIDTH} ${HEIGHT}Z`} class="fill-band" />
      <path d={`M${round(mark * WIDTH)} 2V${HEIGHT}`} class="stroke-good" />
    </>
  )
}

/** One in ten is below the box and one in ten above. */
function Quantiles({ middle }: { middle: number }) {
  const [left, width] = [WIDTH * 0.15, WIDTH * 0.7]
  const x = round(left + width * Math.min(Math.max(middle, 0), 1))
  return (
    <>
      <path d={`M4 ${HEIGHT / 2}H${WIDTH - 4}`} class="stroke-axis" />
      <rect x={left} y={6} width={width} height={HEIGHT - 12} class="fill-band" />
      <path d={`M${x} 4V${HEIGHT - 4}`} class="stroke-good" />
    </>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
