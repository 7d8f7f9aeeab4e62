import { quantile } from '../chance/quantile.ts'
import { type AssessmentInput, DECISIONS, type Decision, ITEMS, type ItemId } from './assessment.ts'
import { BAR, decide } from './decision.ts'
import { coordinate } from './lattice.ts'
import { foundationOf, readinessOf, type Scores, tidy } from './readiness.ts'

const POINTS = 2 ** 15
/** A guess may be one step off either way. */
const WIDEST = 25

export interface Spread {
  readonly p5: number
  readonly p95: number
  readonly probabilityNow: number
  readonly decisionChances: Record<Decision, number>
}

export interface Band {
  readonly low: number
  readonly high: number
}

/** Where a score may really be: ±(1 − confidence)·25 around it, cut off at 0 and 100. Every place as likely. */
export function bandOf(score: number, confidence: number): Band {
  const width = (1 - confidence) * WIDEST
  return { low: Math.max(0, score - width), high: Math.min(100, score + width) }
}

/**
 * How far readiness may be off, and how often each decision would come out, when every score lies somewhere in its
 * band, independently. 32,768 evenly spread points: the probabilities are good to about ±0.002.
 */
export function spreadOf(input: AssessmentInput, massProbability: number | null): Spread {
  const isSure = ITEMS.every((id) => input.confidence[id] === 1)
  const count = isSure ? 1 : POINTS
  const readiness = new Float64Array(count)
  const decided: Record<Decision, number> = { now: 0, pilot: 0, 'not-yet': 0, no: 0 }
  const draws = drawsOf(input)
  let clearing = 0
  for (let index = 0; index < count; index++) {
    const standing = standingOf(scoresAt(draws, index), input.legal, massProbability)
    readiness[index] = standing.readiness
    if (standing.readiness >= BAR) clearing++
    decided[decide(standing).decision]++
  }
  for (const decision of DECISIONS) decided[decision] /= count
  readiness.sort()
  return {
    p5: tidy(quantile(readiness, 0.05)),
    p95: tidy(quantile(readiness, 0.95)),
    probabilityNow: clearing / count,
    decisionChances: decided,
  }
}

/** What gates and decision look at, for these scores. */
export function standingOf(scores: Scores, legal: boolean | null, massProbability: number | null) {
  return {
    foundation: foundationOf(scores.foundations),
    readiness: readinessOf(scores),
    patience: scores.enablers.patience,
    collaboration: scores.enablers.collaboration,
    legal,
    massProbability,
  }
}

type Draws = Record<ItemId, (index: number) => number>

function drawsOf({ foundations, enablers, confidence }: AssessmentInput): Draws {
  const scores: Record<ItemId, number> = { ...foundations, ...enablers }
  const draws = ITEMS.map((id, dimension) => {
    const { low, high } = bandOf(scores[id], confidence[id])
    return [id, low === high ? () => low : (index: number) => low + (high - low) * coordinate(index, dimension)]
  })
  return Object.fromEntries(draws) as Draws
}

function scoresAt(draws: Draws, at: number): Scores {
  const { fans, cause, need, collaboration, content, patience, reach, capacity, measurement } = draws
  return {
    foundations: { fans: fans(at), cause: cause(at), need: need(at) },
    enablers: {
      collaboration: collaboration(at),
      content: content(at),
      patience: patience(at),
      reach: reach(at),
      capacity: capacity(at),
      measurement: measurement(at),
    },
  }
}
