import { exp } from '../chance/exact.ts'

/** Steepness per month, as in the business case. */
const STEEPNESS = 0.25

/**
 * How much of its mature size the stream of visitors has reached in month t (1, 2, …), 0 to 1: logistic, half-way in
 * month t50 (default 14, range 8 to 24: an assumption from the life cycle of communities).
 */
export function rampAt(month: number, t50: number): number {
  return 1 / (1 + exp(-STEEPNESS * (month - t50)))
}

/** Months over which those who were invited at the start come and look. */
export const LAUNCH_MONTHS = 3

/** The share of the launch that falls into a month, 0 to 1. */
export function launchAt(month: number): number {
  return month >= 1 && month <= LAUNCH_MONTHS ? 1 / LAUNCH_MONTHS : 0
}
