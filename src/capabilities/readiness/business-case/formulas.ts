import { benefits, directContactsOf, indirectContactsOf, questionsOf, type Values } from './benefits.ts'
import type { FormulaLine, ObjectiveKey } from './case.ts'
import { runningCosts } from './costs.ts'
import type { Plan } from './plan.ts'

interface Line {
  readonly line: string
  readonly of: FormulaLine['of']
  readonly text: string
  readonly unit: FormulaLine['unit']
  readonly value: (v: Values) => number
}

const benefit = (of: ObjectiveKey, text: string): Line => ({ line: of, of, text, unit: 'money', value: benefits[of] })

const benefitLines: readonly Line[] = [
  { line: 'questions', of: 'service', text: 'sessions / 12 × ask', unit: 'questions', value: questionsOf },
  {
    line: 'indirectContacts',
    of: 'service',
    text: 'sessions / 12 × (1 − ask) × intent × found × would × (1 − recontact) / sessionsPerIssue',
    unit: 'contacts',
    value: indirectContactsOf,
  },
  {
    line: 'directContacts',
    of: 'service',
    text: 'questions × questionSupport × peerSolved × wouldDirect × (1 − recontact)',
    unit: 'contacts',
    value: directContactsOf,
  },
  benefit('service', '(indirectContacts + directContacts) × costContact × avoidable'),
  benefit('ideas', 'ideas / 12 × (ideaImplemented × ideaValue × ideaAttribution − ideaScreening)'),
  benefit(
    'wordOfMouth',
    'members × referralRate / 12 × (referralIncremental × margin × (1 + referralUplift) − referralReward)',
  ),
  benefit(
    'reputation',
    '(exposedCustomers × churnReduction × churnMargin + incidents × incidentProbability × incidentCost × incidentPrevented) / 12',
  ),
  benefit(
    'testing',
    '(tests × (testCostExternal − testCostCommunity) + defectsFound × defectCost × defectAttribution) / 12',
  ),
  benefit('research', '(researchProjects × researchCost × researchSubstitution − researchPanel) / 12'),
  benefit(
    'partners',
    '(partnerTickets × partnerTicketCost × avoidable + partnerHours × partnerRate × partnerRealisation) / 12',
  ),
  benefit('employees', 'employees × employeeHours × employeeRate × employeeRealisation'),
  benefit(
    'coInnovation',
    'productsLaunched / 12 × productMargin × productUplift × productAttribution × productSuccess',
  ),
  benefit('pr', 'visitorSessions / 12 × visitorConversion × visitorMargin × visitorIncremental'),
  benefit('sales', 'members × salesSpend / 12 × salesMargin × salesUplift'),
]

const costTexts: Readonly<Record<string, string>> = {
  team: 'fte × fteCost / 12',
  platform: 'platform / 12',
  content: 'content / 12',
  overhead: 'overhead / 12',
  rewards: 'rewards / 12',
  fraud: 'rewards / 12 × fraudLoss',
  staffTime: 'sessions / 12 × ask × staffShare × staffMinutes / 60 × staffRate',
}

const costLines: readonly Line[] = runningCosts.map(({ cost, monthly }) => ({
  line: cost,
  of: cost,
  text: costTexts[cost] as string,
  unit: 'money',
  value: monthly,
}))

/** Every formula that takes part, with the numbers of a mature month at modes. */
export function formulasOf({ modes, counted }: Plan): readonly FormulaLine[] {
  const isCounted = ({ of }: Line) => counted.some(({ objective }) => objective === of)
  const lines = [...benefitLines.filter(isCounted), ...costLines.filter(({ value }) => value(modes) !== 0)]
  const values: Record<string, number> = { ...modes }
  return lines.map(({ line, of, text, unit, value }) => {
    const made = value(modes)
    const terms = namesIn(text).map((name) => ({ name, value: values[name] as number }))
    values[isInput(line, modes) ? `=${line}` : line] = made
    return { line, of, text, unit, terms, value: made }
  })
}

// A line may bear the name of an input, as ideas do; formulas then mean the input.
const isInput = (line: string, modes: Values) => Object.hasOwn(modes, line)

const namesIn = (text: string) => [...new Set(text.match(/[a-z][A-Za-z0-9]*/g))]
