/** What is wrong with a field; the sentence is `readiness.problem.<code>` with these values and `field`. */
export interface Problem {
  /** The path of the field as written in the file, such as `foundations.fans`; empty for the whole. */
  readonly field: string
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>
}

export type ProblemCode =
  | 'not-an-object'
  | 'unknown-name'
  | 'missing'
  | 'not-a-number'
  | 'decimal-comma'
  | 'not-finite'
  | 'out-of-range'
  | 'not-whole'
  | 'not-true-or-false'
