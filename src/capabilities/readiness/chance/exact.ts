/*
 * exp and ln from additions, multiplications and divisions alone. The language promises the last bit of those on every
 * machine, and does not for Math.exp and Math.log: with these the same case gives the same bytes everywhere.
 */

const LN2 = Math.LN2
// ln 2 in two pieces: the first has so few bits that its product with a whole exponent is exact.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const FARTHEST = 700

const powers = powersOfTwo()

/** e to the power x, within 2 units in the last place; x beyond ±700 counts as ±700, so that nothing is infinite. */
export function exp(x: number): number {
  const near = x > FARTHEST ? FARTHEST : x < -FARTHEST ? -FARTHEST : x
  const whole = Math.floor(near / LN2 + 0.5)
  const r = near - whole * LN2_HIGH - whole * LN2_LOW
  let sum = 1
  for (let n = 14; n > 0; n--) sum = 1 + (sum * r) / n
  return sum * (powers[whole + 1074] as number)
}

const bits = new DataView(new ArrayBuffer(8))

/** The natural logarithm of x > 0, within 2 units in the last place. */
export function ln(x: number): number {
  if (x < 1e-300) return x > 0 ? ln(x * 2 ** 54) - 54 * LN2 : Number.NEGATIVE_INFINITY
  bits.setFloat64(0, x)
  let exponent = (bits.getUint16(0) >> 4) - 1023
  bits.setUint16(0, (bits.getUint16(0) & 0x000f) | 0x3ff0)
  let part = bits.getFloat64(0)
  if (part > Math.SQRT2) {
    part /= 2
    exponent += 1
  }
  const s = (part - 1) / (part + 1)
  const square = s * s
  let sum = 0
  for (let n = 23; n > 1; n -= 2) sum = (sum + 1 / n) * square
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW))
}

/** base > 0 to any power. */
export const power = (base: number, exponent: number): number => exp(ln(base) * exponent)

function powersOfTwo(): Float64Array {
  const all = new Float64Array(1074 + 1024)
  let up = 1
  for (let n = 0; n < 1024; n++, up *= 2) all[1074 + n] = up
  let down = 1
  for (let n = 0; n <= 1074; n++, down /= 2) all[1074 - n] = down
  return all
}
