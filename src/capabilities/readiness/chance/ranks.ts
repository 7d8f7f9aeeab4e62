const BITS = 11
const BUCKETS = 1 << BITS

/** The places of the numbers, smallest number first; equal numbers keep their order. */
export function orderOf(numbers: Uint32Array): Uint32Array {
  let from: Uint32Array = Uint32Array.from(numbers, (_, at) => at)
  let to: Uint32Array = new Uint32Array(numbers.length)
  for (let shift = 0; shift < 32; shift += BITS) {
    const starts = startsOf(numbers, shift)
    for (const at of from) {
      const bucket = ((numbers[at] as number) >>> shift) & (BUCKETS - 1)
      to[(starts[bucket] as number)++] = at
    }
    const spare = from
    from = to
    to = spare
  }
  return from
}

function startsOf(numbers: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS)
  for (const number of numbers) (starts[(number >>> shift) & (BUCKETS - 1)] as number)++
  let sum = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const many = starts[bucket] as number
    starts[bucket] = sum
    sum += many
  }
  return starts
}

/** The rank of each value from 0 up; equal values share the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort()
  return Float64Array.from(values, (value) => (firstAt(sorted, value, false) + firstAt(sorted, value, true) - 1) / 2)
}

/** The first place whose value is at least, or with `above` more than, this one. */
function firstAt(sorted: Float64Array, value: number, above: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const here = sorted[middle] as number
    if (here < value || (above && here === value)) low = middle + 1
    else high = middle
  }
  return low
}

/** Pearson's correlation; 0 when either does not vary. On ranks it is Spearman's. */
export function correlation(xs: Float64Array, ys: Float64Array): number {
  const [meanX, meanY] = [mean(xs), mean(ys)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let at = 0; at < xs.length; at++) {
    const x = (xs[at] as number) - meanX
    const y = (ys[at] as number) - meanY
    xx += x * x
    yy += y * y
    xy += x * y
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
