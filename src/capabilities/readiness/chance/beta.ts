import { exp, ln } from './exact.ts'

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0, relative error about 1e-15 (Lanczos, g = 7). */
export function lnGamma(x: number): number {
  if (x < 0.5) return lnGamma(x + 1) - ln(x)
  let sum = LANCZOS[0] as number
  for (let n = 1; n < 9; n++) sum += (LANCZOS[n] as number) / (x - 1 + n)
  const t = x + 6.5
  return 0.9189385332046727 + (x - 0.5) * ln(t) - t + ln(sum)
}

/** One Beta distribution; making it costs more than asking it. Shapes 0.01 to ten million. */
export interface BetaShape {
  readonly a: number
  readonly b: number
  readonly lnScale: number
}

export function betaShape(a: number, b: number): BetaShape {
  return { a, b, lnScale: lnGamma(a + b) - lnGamma(a) - lnGamma(b) }
}

export function betaDensity({ a, b, lnScale }: BetaShape, x: number): number {
  return exp(lnScale + (a - 1) * ln(x) + (b - 1) * ln(1 - x))
}

/** Probability of at most x: the regularised incomplete beta function, error about 1e-13. */
export function betaCdf({ a, b, lnScale }: BetaShape, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = exp(lnScale + a * ln(x) + b * ln(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
}

/** The continued fraction of the incomplete beta function, by the method of Lentz. */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m < 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    product *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    product *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return product
}

const notZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/**
 * The x of which u is the probability, error in x about 1e-14: Newton's steps, halving wherever they leave the part
 * in which x is known to lie. A good `start` saves steps.
 */
export function betaQuantile(shape: BetaShape, u: number, start = shape.a / (shape.a + shape.b)): number {
  if (u <= 0) return 0
  if (u >= 1) return 1
  let [low, high, x] = [0, 1, start]
  for (let turn = 0; turn < 200; turn++) {
    const over = betaCdf(shape, x) - u
    if (over === 0) return x
    if (over > 0) high = x
    else low = x
    const stepped = x - over / betaDensity(shape, x)
    const next = stepped > low && stepped < high ? stepped : (low + high) / 2
    if (Math.abs(next - x) < 1e-15 || high - low < 1e-16) return next
    x = next
  }
  return x
}
