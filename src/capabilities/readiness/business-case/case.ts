import type { Distribution } from '../chance/distribution.ts'
import type { InputName } from './inputs.ts'

/** The ten objectives, and the uplift of sales that cuts across them and is off until its inputs are given. */
export const objectiveKeys = [
  'service',
  'ideas',
  'wordOfMouth',
  'reputation',
  'testing',
  'research',
  'partners',
  'employees',
  'coInnovation',
  'pr',
  'sales',
] as const
export type ObjectiveKey = (typeof objectiveKeys)[number]

export const costKeys = ['oneOff', 'team', 'platform', 'content', 'overhead', 'rewards', 'fraud', 'staffTime'] as const
export type CostKey = (typeof costKeys)[number]

/** Hard: money the brand stops paying. Soft: revenue, value or time that is put down to the community. */
export type BenefitKind = 'hard' | 'soft'

/** So many of so many in a survey of one's own: it updates the range beside it. */
export interface Measured {
  readonly successes: number
  readonly of: number
}

/** As in the file: a distribution, and for a share perhaps what was measured since. */
export type InputValue = Distribution | (Exclude<Distribution, number> & { readonly measured: Measured })

/** Of the benefit of one objective, the share that is already counted in another. */
export interface Overlap {
  readonly of: ObjectiveKey
  readonly countedIn: ObjectiveKey
  readonly share: number
}

/** One benefit line of a published TEI table. Rates, margin and adjustment are shares. */
export interface TeiLine {
  readonly name: string
  /** Money per year. */
  readonly base: number
  /** One list per rate, one number per year. */
  readonly rates: readonly (readonly number[])[]
  /** Years between a rate and the benefit it gives: 1 when left out. */
  readonly lag: number
  /** 1 when left out. */
  readonly margin: number
  /** 0 when left out. */
  readonly riskAdjustment: number
  /** The product of the rates is rounded to a multiple of this before use; not rounded when left out. */
  readonly roundTo?: number
}

/** A file that was read, with what it left out filled in. */
export interface CaseInput {
  readonly mode: 'monthly' | 'tei'
  /** 12 to 60. */
  readonly horizonMonths: number
  /** Per year, such as 0.1. */
  readonly discountRate: number
  /** Whole, 0 to 4,294,967,295. */
  readonly seed: number
  /** Monte Carlo runs. */
  readonly runs: number
  /** When left out: those whose inputs are given. */
  readonly objectives?: readonly ObjectiveKey[]
  readonly inputs: Partial<Record<InputName, InputValue>>
  readonly overlaps?: readonly Overlap[]
  readonly tei?: readonly TeiLine[]
}

export interface CaseResult {
  readonly mode: 'monthly' | 'tei'
  readonly horizonMonths: number
  readonly discountRate: number
  readonly seed: number
  readonly runs: number
  /** Those that are counted. */
  readonly objectives: readonly ObjectiveKey[]
  /** Every input that takes part, as given and as used. */
  readonly inputs: readonly UsedInput[]
  readonly flags: readonly Flag[]
  /** The mode of the file decides which of the two is there. */
  readonly atModes?: Outcome
  /** As atModes, had the community stalled. */
  readonly stalledAtModes?: { readonly npv: number }
  /** (1 − stall) · NPV + stall · NPV stalled. */
  readonly expectedAtModes?: { readonly npv: number }
  readonly breakEven?: BreakEven
  /** What other ways of counting make of the same numbers; absent when service is not counted. */
  readonly otherMethods?: OtherMethods
  /** Absent when not asked for. */
  readonly simulation?: Simulation
  readonly formulas?: readonly FormulaLine[]
  readonly tei?: TeiResult
}

export interface UsedInput {
  readonly input: InputName
  /** As in the file; what was not in the file is a default or, for costs, 0. */
  readonly given: 'file' | 'default' | 'zero'
  /** After updating by what was measured. */
  readonly distribution: Distribution
  /** "At modes": the number, the PERT mode, the Beta mode if both shapes exceed 1 (else its mean), or P50. */
  readonly mode: number
  readonly p10: number
  readonly p90: number
  /** Where a survey updated a range: what stood before, and how many answers that was worth. */
  readonly measured?: Measured & { readonly prior: Distribution; readonly priorWorth: number; readonly mean: number }
}

/** Money over the horizon with every input at its mode and no stall. Present values where it says so. */
export interface Outcome {
  readonly npv: number
  /** (PV benefits − PV costs) / PV costs; null when nothing is spent. */
  readonly roi: number | null
  readonly pvBenefits: number
  /** With the one-off cost. */
  readonly pvCosts: number
  readonly pvHard: number
  readonly pvSoft: number
  /** First month in which benefits so far, undiscounted, cover costs so far; null when none does. */
  readonly paybackMonth: number | null
  /** Costs without the one-off; benefits, costs not discounted. The last year may be shorter. */
  readonly years: readonly Year[]
  readonly objectives: readonly ObjectiveOutcome[]
  readonly costs: readonly CostOutcome[]
  readonly months: readonly Month[]
}

export interface Year {
  readonly year: number
  readonly benefits: number
  readonly costs: number
  readonly contactsAvoided: number
  /** (benefits − costs) / costs of this year alone; null when nothing is spent. */
  readonly roi: number | null
  /** Benefits − costs so far, with the one-off. */
  readonly cumulative: number
}

export interface ObjectiveOutcome {
  readonly objective: ObjectiveKey
  readonly kind: BenefitKind
  readonly presentValue: number
  /** Share of it that was taken off because other objectives count it. */
  readonly overlap: number
  /** Not discounted, per year. */
  readonly years: readonly number[]
}

export interface CostOutcome {
  readonly cost: CostKey
  readonly presentValue: number
  /** Not discounted, per year; the one-off cost falls before year 1 and has only zeros. */
  readonly years: readonly number[]
}

export interface Month {
  readonly month: number
  /** Share of the mature volume, 0 to 1. */
  readonly ramp: number
  readonly benefits: number
  readonly costs: number
  /** Benefits − costs so far, undiscounted, with the one-off. */
  readonly cumulative: number
}

export interface BreakEven {
  /** Contacts avoided and money saved per session, at modes; null when service is not counted. */
  readonly contactsPerSession: number | null
  readonly valuePerSession: number | null
  /** Running costs of a mature year without the time of staff, which grows with sessions. */
  readonly yearlyCost: number
  /** Sessions a year that cover that cost by service alone; null when none do. */
  readonly sessionsForCost: number | null
  /** Sessions a year at which the NPV at modes is 0, all else the same; null when none do. */
  readonly sessionsForNpv: number | null
}

/** Of a mature year, at modes. To show how much a definition decides, never to decide by. */
export interface OtherMethods {
  /** Contacts avoided by the survey method alone, without those who made contact after all (Khoros, M1). */
  readonly surveyContacts: number
  /** ROI when each answer and each successful search has the full value of a contact (Community Roundtable, M12). */
  readonly grossRoi: number | null
  /** The same for answers alone. */
  readonly grossRoiOfAnswers: number | null
}

export interface Simulation {
  readonly runs: number
  readonly mean: number
  readonly standardError: number
  readonly p5: number
  readonly p50: number
  readonly p95: number
  readonly probabilityPositive: number
  /** Of the runs that did not stall; null when all did. */
  readonly probabilityPositiveIfNotStalled: number | null
  /** Share of the runs that stalled. */
  readonly stalled: number
  /** Knowing everything, compared with deciding now; an upper end for what research may cost. */
  readonly evpiOfAll: number
  /** Mean present value per objective. */
  readonly objectives: readonly { readonly objective: ObjectiveKey; readonly mean: number }[]
  /** Equal bins from the lowest to the highest of the middle 99 %; what lies outside is in the first and last. */
  readonly histogram: { readonly from: number; readonly width: number; readonly counts: readonly number[] }
  /** NPV at each whole percentile from 1 to 99. */
  readonly curve: readonly { readonly percentile: number; readonly npv: number }[]
  /** Every uncertain input and `stalled`, strongest rank correlation first. Empty when not asked for. */
  readonly drivers: readonly Driver[]
}

export interface Driver {
  readonly input: InputName | 'stalled'
  /** Spearman, with the NPV. */
  readonly rankCorrelation: number
  /** NPV expected at modes with this input at its P10 and its P90; for `stalled`: not, and stalled. */
  readonly low: number
  readonly high: number
  /** Money: what knowing this input alone is worth before deciding. */
  readonly evpi: number
}

/**
 * A formula with its numbers. `text` is written in input names and in names of lines before it, which `terms` gives in
 * order of appearance; replace each name by its label or by its value.
 */
export interface FormulaLine {
  readonly line: string
  /** What it is part of. */
  readonly of: ObjectiveKey | CostKey | 'ramp' | 'result'
  readonly text: string
  readonly terms: readonly { readonly name: string; readonly value: number }[]
  readonly value: number
  readonly unit: 'money' | 'contacts' | 'sessions' | 'questions' | 'share'
}

/** What deserves a second look; the words are `business-case.flag.<id>` with these values. */
export interface Flag {
  readonly id: string
  readonly values: Readonly<Record<string, number | string>>
}

export interface TeiResult {
  readonly benefits: readonly TeiBenefit[]
  /** Per year, after margin and risk adjustment. */
  readonly total: readonly number[]
  readonly presentValue: number
}

export interface TeiBenefit {
  readonly name: string
  /** After margin and risk adjustment. */
  readonly years: readonly number[]
  readonly total: number
  readonly presentValue: number
}

/** A field that cannot be read; the words are `business-case.problem.<code>` with these values. */
export interface Problem {
  /** Such as `inputs.ask` or `tei[0].margin`. */
  readonly field: string
  readonly code: string
  readonly values: Readonly<Record<string, number | string>>
}
