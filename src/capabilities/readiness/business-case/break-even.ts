import { contactsAvoidedOf } from './benefits.ts'
import type { BreakEven } from './case.ts'
import { fixedCostOf } from './costs.ts'
import { npvOf, type Plan } from './plan.ts'

/** How many sessions a year it takes, at modes and without stall. */
export function breakEvenOf(plan: Plan): BreakEven {
  const { modes } = plan
  const yearlyCost = 12 * (fixedCostOf(modes) + (modes.rewards / 12) * (1 + modes.fraudLoss))
  const service = plan.counted.find(({ objective }) => objective === 'service')
  if (!service) {
    return {
      contactsPerSession: null,
      valuePerSession: null,
      yearlyCost,
      sessionsForCost: null,
      sessionsForNpv: null,
    }
  }
  const one = { ...modes, sessions: 12 }
  const valuePerSession = service.keep * service.monthly(one)
  return {
    contactsPerSession: contactsAvoidedOf(one),
    valuePerSession,
    yearlyCost,
    sessionsForCost: breakEvenSessions(yearlyCost, valuePerSession),
    sessionsForNpv: sessionsForNpv(plan),
  }
}

/** Sessions a year that pay for a yearly cost; null when a session is worth nothing. */
export function breakEvenSessions(yearlyCost: number, valuePerSession: number): number | null {
  return valuePerSession > 0 ? yearlyCost / valuePerSession : null
}

/** The NPV is a straight line in sessions. */
function sessionsForNpv(plan: Plan): number | null {
  const without = npvOf(plan, { ...plan.modes, sessions: 0 }, 1)
  if (without >= 0) return 0
  const perMillion = npvOf(plan, { ...plan.modes, sessions: 1e6 }, 1) - without
  return perMillion > 0 ? (-without / perMillion) * 1e6 : null
}
