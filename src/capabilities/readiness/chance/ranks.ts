const BITS = 11
const BUCKETS = 1 << BITS

/** The places of the numbers, smallest number first; equal numbers keep their order. Sorts by 11 bits at a time. */
export function orderOf(numbers: Uint32Array): Uint32Array {
  const { length } = numbers
  let from = new Uint32Array(length)
  let to = new Uint32Array(length)
  for (let at = 0; at < length; at++) from[at] = at
  for (let shift = 0; shift < 32; shift += BITS) {
    const next = startsOf(numbers, shift)
    for (let at = 0; at < length; at++) {
      const place = from[at] as number
      const bucket = ((numbers[place] as number) >>> shift) & (BUCKETS - 1)
      const where = next[bucket] as number
      next[bucket] = where + 1
      to[where] = place
    }
    const spare = from
    from = to
    to = spare
  }
  return from
}

function startsOf(numbers: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS)
  for (let at = 0; at < numbers.length; at++) {
    const bucket = ((numbers[at] as number) >>> shift) & (BUCKETS - 1)
    starts[bucket] = (starts[bucket] as number) + 1
  }
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
  const sorted = values.slice().sort()
  const ranks = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    ranks[at] = (firstAt(sorted, value, false) + firstAt(sorted, value, true) - 1) / 2
  }
  return ranks
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
  for (let at = 0; at < values.length; at++) sum += values[at] as number
  return sum / values.length
}
