/** The probability of stalling as the readiness result hands it over: one share, or lowest, most likely, highest. */
export type GivenStall = number | readonly [low: number, mode: number, high: number]

/** Untrusted; undefined when it is not there. */
export function stallOf(given: unknown): GivenStall | 'unreadable' | undefined {
  if (given === undefined || given === '') return undefined
  const parts = typeof given === 'string' && given.length <= 80 ? given.split(',') : []
  const numbers = parts.map((part) =>
    /^[01]?(\.\d{1,25})?(e-\d{1,2})?$/.test(part) && part ? Number(part) : Number.NaN,
  )
  const [low = Number.NaN, mode, high] = numbers
  if (numbers.length === 0 || numbers.some((share) => !(share >= 0 && share <= 1))) return 'unreadable'
  if (numbers.length === 1) return low
  const isRising = mode !== undefined && high !== undefined && low <= mode && mode <= high
  return numbers.length === 3 && isRising ? [low, mode, high] : 'unreadable'
}
