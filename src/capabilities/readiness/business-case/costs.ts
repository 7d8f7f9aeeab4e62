import { questionsOf, type Values } from './benefits.ts'
import type { CostKey } from './case.ts'

interface Cost {
  readonly cost: CostKey
  /** Fixed: the same every month. Growing: as the volume does. */
  readonly kind: 'fixed' | 'growing'
  /** Money per (mature) month. */
  readonly monthly: (v: Values) => number
}

/** What it costs every month; the one-off cost falls before the first. */
export const runningCosts: readonly Cost[] = [
  { cost: 'team', kind: 'fixed', monthly: (v) => (v.fte * v.fteCost) / 12 },
  { cost: 'platform', kind: 'fixed', monthly: (v) => v.platform / 12 },
  { cost: 'content', kind: 'fixed', monthly: (v) => v.content / 12 },
  { cost: 'overhead', kind: 'fixed', monthly: (v) => v.overhead / 12 },
  { cost: 'rewards', kind: 'growing', monthly: (v) => v.rewards / 12 },
  { cost: 'fraud', kind: 'growing', monthly: (v) => (v.rewards / 12) * v.fraudLoss },
  {
    cost: 'staffTime',
    kind: 'growing',
    monthly: (v) => questionsOf(v) * v.staffShare * (v.staffMinutes / 60) * v.staffRate,
  },
]

export const fixedCostOf = (v: Values): number => (v.fte * v.fteCost + v.platform + v.content + v.overhead) / 12

export const growingCostOf = (v: Values): number =>
  (v.rewards / 12) * (1 + v.fraudLoss) + questionsOf(v) * v.staffShare * (v.staffMinutes / 60) * v.staffRate
