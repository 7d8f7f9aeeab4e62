/** A share between 0 and 1 that is not known: Beta(a, b). */
export interface Belief {
  readonly a: number
  readonly b: number
}

/**
 * The Beta that believes what a planning range (smallest, most likely, largest; shares from 0 to 1) says: same mean
 * μ = (min + 4·mode + max)/6, same variance (μ − min)(max − μ)/7. It weighs as much as n0 = a + b answers to a survey.
 * Null where the range is one number, which no survey can change.
 */
export function beliefOf([min, mode, max]: readonly [number, number, number]): Belief | null {
  const mean = (min + 4 * mode + max) / 6
  const variance = ((mean - min) * (max - mean)) / 7
  if (variance <= 0) return null
  const weight = (mean * (1 - mean)) / variance - 1
  return { a: mean * weight, b: (1 - mean) * weight }
}

/** What is believed after a survey in which `yes` of `asked` said yes. */
export function afterSurvey({ a, b }: Belief, yes: number, asked: number): Belief {
  return { a: a + yes, b: b + asked - yes }
}

export const meanOf = ({ a, b }: Belief): number => a / (a + b)
