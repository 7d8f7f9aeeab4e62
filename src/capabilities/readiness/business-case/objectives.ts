import { type BenefitKind, type ObjectiveKey, objectiveKeys } from './case.ts'
import type { InputName } from './inputs.ts'

/** Part of an objective that stands by itself. */
export interface Part {
  /** Giving one of these means that the part is to be counted. */
  readonly own: readonly InputName[]
  /** Used by other parts as well. All of `own` and `shared` are needed. */
  readonly shared: readonly InputName[]
  /** May be left out, and are 0 then. */
  readonly may: readonly InputName[]
}

export interface Objective {
  readonly key: ObjectiveKey
  readonly kind: BenefitKind
  readonly parts: readonly Part[]
  /** Two ways to see the same money: only one may be given. */
  readonly areAlternatives?: true
}

const part = (own: readonly InputName[], shared: readonly InputName[] = [], may: readonly InputName[] = []): Part => ({
  own,
  shared,
  may,
})

const service = part(
  [
    'sessions',
    'intent',
    'found',
    'would',
    'sessionsPerIssue',
    'recontact',
    'questionSupport',
    'peerSolved',
    'wouldDirect',
    'costContact',
  ],
  ['ask', 'avoidable'],
)

export const objectives: Readonly<Record<ObjectiveKey, Objective>> = {
  service: { key: 'service', kind: 'hard', parts: [service] },
  ideas: {
    key: 'ideas',
    kind: 'soft',
    parts: [part(['ideas', 'ideaImplemented', 'ideaValue', 'ideaAttribution'], [], ['ideaScreening'])],
  },
  wordOfMouth: {
    key: 'wordOfMouth',
    kind: 'soft',
    parts: [part(['referralRate', 'referralIncremental', 'margin'], ['members'], ['referralReward', 'referralUplift'])],
  },
  reputation: {
    key: 'reputation',
    kind: 'soft',
    parts: [
      part(['exposedCustomers', 'churnReduction', 'churnMargin']),
      part(['incidents', 'incidentProbability', 'incidentCost', 'incidentPrevented']),
    ],
    areAlternatives: true,
  },
  testing: {
    key: 'testing',
    kind: 'hard',
    parts: [
      part(['tests', 'testCostExternal'], [], ['testCostCommunity']),
      part(['defectsFound', 'defectCost', 'defectAttribution']),
    ],
  },
  research: {
    key: 'research',
    kind: 'hard',
    parts: [part(['researchProjects', 'researchCost', 'researchSubstitution'], [], ['researchPanel'])],
  },
  partners: {
    key: 'partners',
    kind: 'hard',
    parts: [
      part(['partnerTickets', 'partnerTicketCost'], ['avoidable']),
      part(['partnerHours', 'partnerRate', 'partnerRealisation']),
    ],
  },
  employees: {
    key: 'employees',
    kind: 'soft',
    parts: [part(['employees', 'employeeHours', 'employeeRate', 'employeeRealisation'])],
  },
  coInnovation: {
    key: 'coInnovation',
    kind: 'soft',
    parts: [part(['productsLaunched', 'productMargin', 'productUplift', 'productAttribution', 'productSuccess'])],
  },
  pr: {
    key: 'pr',
    kind: 'soft',
    parts: [part(['visitorSessions', 'visitorConversion', 'visitorMargin', 'visitorIncremental'])],
  },
  sales: { key: 'sales', kind: 'soft', parts: [part(['salesSpend', 'salesMargin', 'salesUplift'], ['members'])] },
}

type Given = Readonly<Record<string, unknown>>

const isGiven = (inputs: Given, name: InputName) => Object.hasOwn(inputs, name)

/** The parts of an objective of which something is given. */
export const partsGiven = (key: ObjectiveKey, inputs: Given): readonly Part[] =>
  objectives[key].parts.filter(({ own }) => own.some((name) => isGiven(inputs, name)))

/** Those that were asked for, or else those of which something is given. */
export function countedObjectives(asked: readonly ObjectiveKey[] | undefined, inputs: Given): readonly ObjectiveKey[] {
  return objectiveKeys.filter((key) => (asked ? asked.includes(key) : partsGiven(key, inputs).length > 0))
}

/** What must still be given before these objectives can be counted. */
export function missingInputs(counted: readonly ObjectiveKey[], inputs: Given): readonly InputName[] {
  const needed = counted.flatMap((key) => {
    const given = partsGiven(key, inputs)
    const parts = given.length > 0 ? given : objectives[key].parts.slice(0, 1)
    return parts.flatMap(({ own, shared }) => [...own, ...shared])
  })
  return [...new Set([...needed, ...neededForStaff(inputs)])].filter((name) => !isGiven(inputs, name))
}

/** Staff answers questions, and questions come from sessions. */
function neededForStaff(inputs: Given): readonly InputName[] {
  const costs = ['staffMinutes', 'staffRate', 'staffShare'] as const
  return costs.every((name) => isGiven(inputs, name)) ? ['sessions', 'ask'] : []
}
