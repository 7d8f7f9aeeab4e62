import type { AssessmentInput } from './assessment.ts'
import { STEP } from './items.ts'

/** What a community can be for. The names are those of the business case. */
export const OBJECTIVES = [
  ...(['service', 'ideas', 'wordOfMouth', 'reputation', 'testing'] as const),
  ...(['research', 'partners', 'employees', 'coInnovation', 'pr'] as const),
]
export type ObjectiveId = (typeof OBJECTIVES)[number]

/** What is asked about the brand, 0 (not at all) to 4 (very much so). The first two follow from the assessment. */
export const SIGNALS = [
  ...(['contacts', 'praise', 'recommended', 'novelties', 'studies'] as const),
  ...(['partners', 'workforce', 'incidents', 'searchers', 'makers'] as const),
]
export type SignalId = (typeof SIGNALS)[number]
export type SignalAnswers = Partial<Record<SignalId, number>>

// How strongly each signal speaks for an objective: expert assumption, no source gives weights.
const WEIGHTS: Record<ObjectiveId, Partial<Record<SignalId, number>>> = {
  service: { contacts: 3, searchers: 1 },
  ideas: { novelties: 2, praise: 1, makers: 1 },
  wordOfMouth: { recommended: 2, praise: 2 },
  reputation: { incidents: 3, praise: 1 },
  testing: { novelties: 3, makers: 1 },
  research: { studies: 3, contacts: 1 },
  partners: { partners: 3 },
  employees: { workforce: 3 },
  coInnovation: { makers: 3, novelties: 1 },
  pr: { searchers: 3, recommended: 1 },
}

export interface RankedObjective {
  readonly objective: ObjectiveId
  /** 0 to 100; null when nothing was answered that speaks for or against it. */
  readonly score: number | null
  /** What speaks for it (an answer above 2) or against it (below 2), the heaviest first. */
  readonly reasons: readonly { readonly signal: SignalId; readonly answer: number; readonly isFor: boolean }[]
}

/** The ten objectives, best first; those of which nothing is known at the end. Answers 0 to 4. */
export function rankObjectives(answers: SignalAnswers): RankedObjective[] {
  return OBJECTIVES.map((objective) => rankedOf(objective, answers)).sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
}

/** What the assessment tells already, on the same scale of 0 to 4. */
export function signalsFrom({ foundations }: AssessmentInput): SignalAnswers {
  return { contacts: foundations.need / STEP, praise: foundations.fans / STEP }
}

// In the middle: what nobody answered speaks neither for nor against, and keeps a side matter from deciding alone.
const NEITHER = 2

function rankedOf(objective: ObjectiveId, answers: SignalAnswers): RankedObjective {
  const signals = (Object.entries(WEIGHTS[objective]) as [SignalId, number][]).map(([signal, weight]) => {
    const answer = answers[signal] ?? NEITHER
    return { signal, answer, isFor: answer > NEITHER, weight, push: weight * Math.abs(answer - NEITHER) }
  })
  const isKnown = signals.some(({ signal }) => answers[signal] !== undefined)
  const weights = signals.reduce((sum, { weight }) => sum + weight, 0)
  const total = signals.reduce((sum, { weight, answer }) => sum + weight * answer * STEP, 0)
  return {
    objective,
    score: isKnown ? total / weights : null,
    reasons: signals
      .filter(({ push }) => push > 0)
      .sort((a, b) => b.push - a.push)
      .map(({ signal, answer, isFor }) => ({ signal, answer, isFor })),
  }
}
