import type { AssessmentInput } from './assessment.ts'

/**
 * What speaks for an address of one's own (+1) or for going elsewhere (−1) when it is so, and how heavily.
 * Expert assumption (evidence §9a). Precedents: Lenovo pulled the talk home; a small field is better served by a mailing
 * list, meetings and groups (FeverBee).
 */
export const PLACE_CRITERIA = [
  { id: 'home', direction: -1, weight: 3 },
  { id: 'account', direction: 1, weight: 2 },
  { id: 'longTail', direction: 1, weight: 2 },
  { id: 'deflection', direction: 1, weight: 2 },
  { id: 'smallField', direction: -1, weight: 3 },
  { id: 'smallTeam', direction: -1, weight: 2 },
  { id: 'control', direction: 1, weight: 1 },
  { id: 'habit', direction: -1, weight: 2 },
  { id: 'ownership', direction: 1, weight: 1 },
] as const

export type PlaceCriterionId = (typeof PLACE_CRITERIA)[number]['id']

/** Certainly not, rather not, no idea, rather so, certainly so. */
export const PLACE_ANSWERS = [-2, -1, 0, 1, 2] as const
/** From −2 to 2; between two answers when several people gave theirs. */
export type PlaceAnswers = Partial<Record<PlaceCriterionId, number>>

/** Hybrid: questions and knowledge at an own address, and being there where people are. */
export type Place = 'own' | 'hybrid' | 'elsewhere'

export interface PlaceAdvice {
  readonly place: Place
  /** −36 (elsewhere) to +36 (own). */
  readonly sum: number
  readonly answered: number
  /** What each answer adds, the heaviest first. */
  readonly parts: readonly {
    readonly criterion: PlaceCriterionId
    readonly answer: number
    readonly points: number
  }[]
}

const TIPPING = 2

/** Own address above +2, elsewhere below −2, between them both. Without any answer: hybrid, answered 0. */
export function placeFor(answers: PlaceAnswers): PlaceAdvice {
  const parts = PLACE_CRITERIA.flatMap(({ id, direction, weight }) => {
    const answer = answers[id]
    return answer === undefined ? [] : [{ criterion: id, answer, points: direction * weight * answer + 0 }]
  })
  const sum = parts.reduce((total, { points }) => total + points, 0)
  return {
    place: sum > TIPPING ? 'own' : sum < -TIPPING ? 'elsewhere' : 'hybrid',
    sum,
    answered: parts.length,
    parts: parts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  }
}

const SMALL_FIELD = 10_000

/** What the assessment tells already: whether the field is below 10,000 people, and the team below one job. */
export function placeAnswersFrom({ enablers, contactable }: AssessmentInput): PlaceAnswers {
  const smallTeam = enablers.capacity >= 75 ? -2 : enablers.capacity >= 50 ? 1 : 2
  if (contactable === null) return { smallTeam }
  return { smallTeam, smallField: contactable < SMALL_FIELD ? 2 : contactable < 3 * SMALL_FIELD ? -1 : -2 }
}
