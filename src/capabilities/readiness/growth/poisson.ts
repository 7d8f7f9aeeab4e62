import { exp, ln } from '../chance/exact.ts'

/** A number between 0 and 1. */
export type Draw = () => number

/** How many happen when so many are expected. Above 50 by the normal distribution, which is close enough there. */
export function poisson(expected: number, draw: Draw): number {
  if (expected > 50) return Math.max(0, Math.round(expected + Math.sqrt(expected) * gauss(draw)))
  const limit = exp(-expected)
  let happened = 0
  for (let product = draw(); product > limit; product *= draw()) happened++
  return happened
}

/** By the polar method of Marsaglia, which needs no sine: that is not the same to the last bit everywhere. */
function gauss(draw: Draw): number {
  for (;;) {
    const x = 2 * draw() - 1
    const y = 2 * draw() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square)
  }
}
