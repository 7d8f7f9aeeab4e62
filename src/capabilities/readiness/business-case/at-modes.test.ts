import { describe, expect, test } from 'vitest'
import { readTexts } from '#platform/i18n/translate.ts'
import { benefits, contactsAvoidedOf, directContactsOf, indirectContactsOf } from './benefits.ts'
import { breakEvenSessions } from './break-even.ts'
import type { CaseInput, Flag, Outcome } from './case.ts'
import { evaluateCase } from './evaluate.ts'
import r1 from './examples/r1.json' with { type: 'json' }
import r2 from './examples/r2.json' with { type: 'json' }
import r3 from './examples/r3.json' with { type: 'json' }
import { inputNames, usualCase } from './inputs.ts'
import { rampOf } from './month.ts'
import { grossAnswerRoi, surveyContacts } from './other-methods.ts'
import { planOf } from './plan.ts'
import { readCase } from './read-case.ts'

const read = (json: unknown): CaseInput => {
  const asked = readCase(json)
  if ('problems' in asked) throw new Error(JSON.stringify(asked.problems))
  return asked.input
}
const withoutRuns = (input: CaseInput) => evaluateCase(input, { simulate: false })
const outcome = (input: CaseInput) => withoutRuns(input).atModes as Outcome
const cents = (money: number) => Math.round(money * 100) / 100

describe('a million customers, beside what there is (R1)', () => {
  const input = read(r1)
  const { modes } = planOf(input)
  const atModes = outcome(input)

  test('comes to the cent that was published', () => {
    expect(cents(atModes.npv)).toBe(-396_313.42)
    expect(cents(atModes.pvBenefits)).toBe(212_867.31)
    expect(cents(atModes.pvCosts)).toBe(609_180.73)
    expect(atModes.roi).toBeCloseTo(-0.6506, 4)
    expect(atModes.paybackMonth).toBeNull()
  })

  test('has the published years', () => {
    expect(atModes.years.map(({ benefits }) => cents(benefits))).toEqual([22_508.6, 100_003.65, 135_062.14])
    expect(atModes.years.map(({ costs }) => cents(costs))).toEqual([199_846.06, 214_809.14, 221_578.39])
    expect(atModes.years.map(({ contactsAvoided }) => cents(contactsAvoided))).toEqual([2_060.84, 9_156.14, 12_366.02])
  })

  test('grows as published', () => {
    const ramp = rampOf(modes.t50, modes.kappa, 1, 36)
    expect(ramp[0]).toBeCloseTo(0.037327, 6)
    expect(ramp[13]).toBeCloseTo(0.5, 12)
    expect(ramp[35]).toBeCloseTo(0.99593, 6)
  })

  test('has the published numbers in month 14', () => {
    const half = 0.5
    expect((modes.sessions / 12) * half).toBeCloseTo(20_833.333, 3)
    expect(indirectContactsOf(modes) * half).toBeCloseTo(485.4808, 4)
    expect(directContactsOf(modes) * half).toBeCloseTo(41.3932, 4)
    expect(benefits.service(modes) * half).toBeCloseTo(2_212.8708, 4)
  })

  test('says what a session is worth and how many it takes', () => {
    const perSession = { ...modes, sessions: 12 }
    expect(indirectContactsOf(perSession)).toBeCloseTo(0.023303, 6)
    expect(directContactsOf(perSession)).toBeCloseTo(0.001987, 6)
    expect(contactsAvoidedOf(perSession)).toBeCloseTo(0.02529, 6)
    const { breakEven } = withoutRuns(input)
    expect(breakEven?.valuePerSession).toBeCloseTo(0.106218, 6)
    expect(Math.round(breakEvenSessions(300_000, breakEven?.valuePerSession as number) as number)).toBe(2_824_385)
    const enough = { ...input, inputs: { ...input.inputs, sessions: breakEven?.sessionsForNpv as number } }
    expect(outcome(enough).npv).toBeCloseTo(0, 4)
  })

  test('is weighed by the chance that it never takes off', () => {
    const { stalledAtModes, expectedAtModes } = withoutRuns(input)
    const stalled = stalledAtModes?.npv as number
    expect(stalled).toBeLessThan(atModes.npv)
    expect(expectedAtModes?.npv).toBeCloseTo(0.65 * atModes.npv + 0.35 * stalled, 6)
  })

  test('adds up, by objective, by cost and by month', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
    expect(sum(atModes.objectives.map(({ presentValue }) => presentValue))).toBeCloseTo(atModes.pvBenefits, 6)
    expect(sum(atModes.costs.map(({ presentValue }) => presentValue))).toBeCloseTo(atModes.pvCosts, 6)
    expect(atModes.pvHard + atModes.pvSoft).toBeCloseTo(atModes.pvBenefits, 6)
    expect(sum(atModes.months.map(({ benefits: one }) => one))).toBeCloseTo(
      sum(atModes.years.map(({ benefits: one }) => one)),
      6,
    )
    expect(atModes.years.at(-1)?.cumulative).toBe(atModes.months.at(-1)?.cumulative)
  })
})

test('the worked examples are what a brand of that size begins with', () => {
  expect(read(r1)).toEqual(usualCase('mid'))
  expect(read(r2)).toEqual(usualCase('large'))
  expect(read(r3)).toEqual(usualCase('instead'))
})

test('a community in the place of a call centre pays back, in the month that its running total passes zero', () => {
  const { paybackMonth, months, roi } = outcome(read(r3))
  expect(paybackMonth).not.toBeNull()
  expect(months[(paybackMonth as number) - 1]?.cumulative).toBeGreaterThanOrEqual(0)
  expect(months.slice(0, (paybackMonth as number) - 1).every(({ cumulative }) => cumulative < 0)).toBe(true)
  expect(roi).toBeGreaterThan(1)
})

test('a horizon that ends within a year has a shorter last year', () => {
  const { years, months } = outcome({ ...read(r1), horizonMonths: 18 })
  expect(years.map(({ year }) => year)).toEqual([1, 2])
  expect(years[1]?.costs).toBeLessThan(years[0]?.costs as number)
  expect(months).toHaveLength(18)
})

describe('each objective', () => {
  const none = Object.fromEntries(inputNames.map((name) => [name, 0])) as Record<(typeof inputNames)[number], number>
  const monthly = (key: keyof typeof benefits, given: Partial<typeof none>) => benefits[key]({ ...none, ...given })

  test('has its formula, worked out by hand', () => {
    expect(
      monthly('ideas', {
        ideas: 1_200,
        ideaImplemented: 0.05,
        ideaValue: 4_000,
        ideaAttribution: 0.5,
        ideaScreening: 20,
      }),
    ).toBeCloseTo(100 * (100 - 20))
    expect(
      monthly('wordOfMouth', {
        members: 600,
        referralRate: 2,
        referralIncremental: 0.5,
        margin: 80,
        referralReward: 5,
      }),
    ).toBeCloseTo(100 * 35)
    expect(
      monthly('wordOfMouth', {
        members: 600,
        referralRate: 2,
        referralIncremental: 0.5,
        margin: 80,
        referralReward: 5,
        referralUplift: 0.25,
      }),
    ).toBeCloseTo(100 * 45)
    expect(monthly('reputation', { exposedCustomers: 12_000, churnReduction: 0.01, churnMargin: 50 })).toBeCloseTo(500)
    expect(
      monthly('reputation', { incidents: 6, incidentProbability: 0.5, incidentCost: 40_000, incidentPrevented: 0.1 }),
    ).toBeCloseTo(1_000)
    expect(
      monthly('testing', {
        tests: 12,
        testCostExternal: 9_000,
        testCostCommunity: 3_000,
        defectsFound: 6,
        defectCost: 4_000,
        defectAttribution: 0.5,
      }),
    ).toBeCloseTo(7_000)
    expect(
      monthly('research', {
        researchProjects: 6,
        researchCost: 10_000,
        researchSubstitution: 0.5,
        researchPanel: 6_000,
      }),
    ).toBeCloseTo(2_000)
    expect(
      monthly('partners', {
        partnerTickets: 1_200,
        partnerTicketCost: 30,
        avoidable: 0.5,
        partnerHours: 240,
        partnerRate: 40,
        partnerRealisation: 0.25,
      }),
    ).toBeCloseTo(1_700)
    expect(
      monthly('employees', { employees: 500, employeeHours: 0.2, employeeRate: 40, employeeRealisation: 0.25 }),
    ).toBeCloseTo(1_000)
    expect(
      monthly('coInnovation', {
        productsLaunched: 2,
        productMargin: 60_000,
        productUplift: 0.5,
        productAttribution: 0.5,
        productSuccess: 0.4,
      }),
    ).toBeCloseTo(1_000)
    expect(
      monthly('pr', {
        visitorSessions: 1_200_000,
        visitorConversion: 0.002,
        visitorMargin: 50,
        visitorIncremental: 0.3,
      }),
    ).toBeCloseTo(3_000)
    expect(monthly('sales', { members: 1_200, salesSpend: 200, salesMargin: 0.25, salesUplift: -0.02 })).toBeCloseTo(
      -100,
    )
  })

  test('counts once its inputs are given, and not when others were asked for', () => {
    const given = { ...read(r1).inputs, tests: 4, testCostExternal: 9_000 }
    expect(withoutRuns({ ...read(r1), inputs: given }).objectives).toEqual([
      'service',
      'ideas',
      'wordOfMouth',
      'testing',
      'research',
    ])
    const asked = withoutRuns({ ...read(r1), inputs: given, objectives: ['research'] })
    expect(asked.objectives).toEqual(['research'])
    expect(asked.flags.filter(({ id }) => id === 'unused').map(({ values }) => values.input)).toContain('tests')
    expect(asked.atModes?.costs.find(({ cost }) => cost === 'staffTime')?.presentValue).toBeGreaterThan(0)
  })

  test('gives up what another already counts', () => {
    const overlaps = [{ of: 'ideas', countedIn: 'research', share: 0.25 }] as const
    const [before, after] = [outcome(read(r1)), outcome({ ...read(r1), overlaps })]
    const of = ({ objectives }: Outcome) => objectives.find(({ objective }) => objective === 'ideas')
    expect(of(after)?.presentValue).toBeCloseTo(0.75 * (of(before)?.presentValue as number), 6)
    expect(of(after)?.overlap).toBe(0.25)
    expect(outcome({ ...read(r1), overlaps: [{ ...overlaps[0], countedIn: 'pr' }] }).npv).toBe(before.npv)
  })
})

test('what was left out stands in the result as left out', () => {
  const { inputs: given } = withoutRuns({
    ...read(r1),
    inputs: { ideas: 400, ideaImplemented: 0.02, ideaValue: 1e4, ideaAttribution: 0.5 },
  })
  const how = (name: string) => given.find(({ input }) => input === name)?.given
  expect([how('ideas'), how('stall'), how('fte'), how('ideaScreening')]).toEqual(['file', 'default', 'zero', 'zero'])
})

test('a survey of your own moves the input that it measured', () => {
  const measured = { pert: [0.03, 0.12, 0.3], measured: { successes: 10, of: 112 } } as const
  const { inputs: used, flags } = withoutRuns({ ...read(r1), inputs: { ...read(r1).inputs, would: measured } })
  const would = used.find(({ input }) => input === 'would')
  expect(would?.measured?.mean).toBeCloseTo(0.10263, 5)
  expect(would?.mode).toBeCloseTo((0.10263 * 158.18 - 1) / 156.18, 4)
  expect(flags).toContainEqual({ id: 'fewAnswers', values: { input: 'would', of: 112 } })
})

describe('what was published elsewhere', () => {
  test('by survey (T2): 2,515 of 100,000 visits', () => {
    expect(surveyContacts(100_000, 0.43, 0.65, 0.09)).toBeCloseTo(2_515.5, 6)
    const khoros = {
      ...planOf(read(r1)).modes,
      sessions: 100_000,
      ask: 0,
      intent: 0.43,
      found: 0.65,
      would: 0.09,
      recontact: 0,
      sessionsPerIssue: 1,
    }
    expect(12 * contactsAvoidedOf(khoros)).toBeCloseTo(2_515.5, 6)
  })

  test('by gross answer value (T13): +230 %, or −70 % when only answers count', () => {
    expect(grossAnswerRoi(500, 5_000, 10, 200_000)).toBeCloseTo(2.3, 12)
    expect(grossAnswerRoi(500, 0, 10, 200_000)).toBeCloseTo(-0.7, 12)
    expect(grossAnswerRoi(500, 5_000, 10, 0)).toBeNull()
  })

  test('makes the same case look quite different', () => {
    const { otherMethods, atModes } = withoutRuns(read(r1))
    expect(otherMethods?.surveyContacts).toBeGreaterThan(atModes?.years[2]?.contactsAvoided as number)
    expect(otherMethods?.grossRoi).toBeGreaterThan(0)
  })
})

test('numbers beyond anything published are pointed out', () => {
  const all: Flag[] = []
  const flagged = (given: CaseInput['inputs'], more: Partial<CaseInput> = {}) =>
    remembered(withoutRuns({ ...read(r1), inputs: { ...read(r1).inputs, ...given }, ...more }).flags)
  const remembered = (flags: readonly Flag[]) => {
    all.push(...flags)
    return flags.map(({ id }) => id)
  }
  expect(flagged({})).toEqual([])
  expect(flagged({ would: 0.6 })).toEqual(['valuePerSession', 'contactsPerSession'])
  expect(flagged({ costContact: 2 })).toEqual(['savingPerContact'])
  expect(flagged({ contacts: 20_000, answerable: 0.3 })).toEqual(['deflectionShare', 'beyondAnswerable'])
  expect(flagged({ stall: 0, fte: 0, avoidable: 1 })).toEqual(['fullCost', 'noStall', 'noTeam'])
  expect(flagged({ ideaImplemented: 0.2 }, { horizonMonths: 12 })).toEqual(['shortHorizon', 'ideasImplemented'])
  expect(flagged({ sessions: { p10: 1_000, p50: 20_000, p90: 400_000 } })).toContain('wideTail')
  expect(flagged({ referralUplift: 0.16, salesSpend: 100, salesMargin: 0.2, salesUplift: 0.1 })).toEqual([
    'salesUplift',
    'referralUplift',
  ])
  const { en } = readTexts()
  const wordless = all.filter(({ id, values }) => {
    const words = en.get(`business-case.flag.${id}`)
    const names = [...(words ?? '').matchAll(/\{(\w+)/g)].map(([, name]) => name as string)
    return !words || names.some((name) => !Object.hasOwn(values, name))
  })
  expect(wordless).toEqual([])
})
