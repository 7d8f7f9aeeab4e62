import { exp, ln } from '../chance/exact.ts'

/**
 * The share of the mature volume in each month from 1 on: cap / (1 + e^(−κ (t − t50))). `t50` in months, `kappa` per
 * month, `cap` 1, or what is left when it stalls.
 */
export function rampOf(t50: number, kappa: number, cap: number, horizonMonths: number): Float64Array {
  const ramp = new Float64Array(horizonMonths)
  const step = exp(-kappa)
  let falling = exp(kappa * (t50 - 1))
  for (let at = 0; at < horizonMonths; at++) {
    ramp[at] = cap / (1 + falling)
    falling *= step
  }
  return ramp
}

/** Present value of 1 at the end of each month from 1 on; `discountRate` per year. */
export function discountsOf(discountRate: number, horizonMonths: number): Float64Array {
  const monthly = ln(1 + discountRate) / 12
  return Float64Array.from({ length: horizonMonths }, (_, at) => exp(-monthly * (at + 1)))
}

/** Present value of all months of a ramp: the same as summing `rampOf`, without keeping the months. */
export function rampWorth(t50: number, kappa: number, cap: number, discounts: Float64Array): number {
  const step = exp(-kappa)
  let falling = exp(kappa * (t50 - 1))
  let sum = 0
  for (let at = 0; at < discounts.length; at++) {
    sum += (discounts[at] as number) / (1 + falling)
    falling *= step
  }
  return cap * sum
}
