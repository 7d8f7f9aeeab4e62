import { exp, ln } from './exact.ts'

/** Log for what has no top (money, counts), logit for shares, plain for what may be below zero. */
export type MetalogScale = 'log' | 'logit' | 'plain'

/** M(u) = a + s·l + t·(u − ½)·l with l = ln(u / (1 − u)), on the scale. */
export interface Metalog {
  readonly scale: MetalogScale
  readonly a: number
  readonly s: number
  readonly t: number
}

/** The three-term metalog (Keelin 2016) through P10, P50 and P90. Log: all above 0. Logit: all between 0 and 1. */
export function metalogOf(p10: number, p50: number, p90: number, scale: MetalogScale): Metalog {
  const [low, middle, high] = [p10, p50, p90].map((x) => onScale(x, scale)) as [number, number, number]
  const l = ln(9)
  return { scale, a: middle, s: (high - low) / (2 * l), t: (high + low - 2 * middle) / (0.8 * l) }
}

/** Whether it rises everywhere; three quantiles far out of balance give one that turns round. */
export const isIncreasing = ({ s, t }: Metalog): boolean => s > 0 && Math.abs(t) * STEEPEST < s

export function metalogQuantile(metalog: Metalog, u: number): number {
  const l = ln(u / (1 - u))
  return offScale(metalog.a + l * (metalog.s + metalog.t * (u - 0.5)), metalog.scale)
}

/** How much faster than a straight line its upper end grows on the scale: from ½ up, a log metalog has no variance. */
export const upperTail = ({ s, t }: Metalog): number => s + t / 2

// The most that (u − ½) + u (1 − u) l reaches: M′(u) · u (1 − u) = s + t · that.
const STEEPEST = steepest()

function steepest(): number {
  let u = 0.9
  for (let turn = 0; turn < 60; turn++) {
    // Its slope, 2 + (1 − 2u) l, is zero at the top.
    u = u + (2 + (1 - 2 * u) * ln(u / (1 - u))) / 40
  }
  return u - 0.5 + u * (1 - u) * ln(u / (1 - u))
}

function onScale(x: number, scale: MetalogScale): number {
  if (scale === 'log') return ln(x)
  return scale === 'logit' ? ln(x / (1 - x)) : x
}

function offScale(m: number, scale: MetalogScale): number {
  if (scale === 'log') return exp(m)
  return scale === 'logit' ? 1 / (1 + exp(-m)) : m
}
