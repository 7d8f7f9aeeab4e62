import {
  type Assessment,
  type AssessmentInput,
  type CriticalMass,
  ENABLERS,
  ITEMS,
  type ItemId,
  type Step,
} from './assessment.ts'
import { criticalMassFor } from './critical-mass.ts'
import { decide } from './decision.ts'
import { gatesFor } from './gates.ts'
import { spreadOf, standingOf } from './interval.ts'
import { INSTRUMENT_VERSION, STEP } from './items.ts'
import { enablerOf, type Scores, tidy } from './readiness.ts'

/** From here on an enabler needs no repair. */
const GOOD = 75

/**
 * Own community now, a pilot, not yet, or no: with the gates, how sure that is, and what would change it. Pure and
 * deterministic. Scores 0 to 100, confidence 0 to 1, counts from 0; `readAssessment` refuses everything else.
 * Method and sources: docs/readiness.md.
 */
export function assess(input: AssessmentInput): Assessment {
  const criticalMass = massOf(input)
  const massProbability = criticalMass?.probability ?? null
  const standing = standingOf(input, input.legal, massProbability)
  const { p5, p95, probabilityNow, decisionChances } = spreadOf(input, massProbability)
  const steps = stepsFor(input, massProbability)
  return {
    instrument: INSTRUMENT_VERSION,
    foundation: standing.foundation,
    enabler: enablerOf(input.enablers),
    readiness: standing.readiness,
    interval: { p5, p95 },
    probabilityNow,
    ...decide(standing),
    decisionChances,
    gates: gatesFor(standing),
    steps: steps.toSorted((a, b) => b.gained - a.gained),
    repairs: repairsAmong(steps),
    criticalMass,
  }
}

function massOf({ contactable, founders }: AssessmentInput): CriticalMass | null {
  return contactable === null || founders === null ? null : criticalMassFor(contactable, founders)
}

function stepsFor(input: AssessmentInput, massProbability: number | null): Step[] {
  const scores = scoresOf(input)
  const { readiness } = standingOf(input, input.legal, massProbability)
  return ITEMS.filter((item) => scores[item] < 100).map((item) => {
    const to = Math.min(100, scores[item] + STEP)
    const standing = standingOf(withScore(input, item, to), input.legal, massProbability)
    const gained = tidy(standing.readiness - readiness)
    return { item, from: scores[item], to, gained, readiness: standing.readiness, ...decisionOf(standing) }
  })
}

function decisionOf(standing: Parameters<typeof decide>[0]): Pick<Step, 'decision'> {
  return { decision: decide(standing).decision }
}

/** Lowest first; of equally low ones, what brings most. */
function repairsAmong(steps: readonly Step[]): Step[] {
  const isEnabler = (item: ItemId) => (ENABLERS as readonly ItemId[]).includes(item)
  return steps
    .filter(({ item, from }) => isEnabler(item) && from < GOOD)
    .sort((a, b) => a.from - b.from || b.gained - a.gained)
}

function scoresOf({ foundations, enablers }: Scores): Record<ItemId, number> {
  return { ...foundations, ...enablers }
}

function withScore({ foundations, enablers }: Scores, item: ItemId, score: number): Scores {
  return item in foundations
    ? { foundations: { ...foundations, [item]: score }, enablers }
    : { foundations, enablers: { ...enablers, [item]: score } }
}
