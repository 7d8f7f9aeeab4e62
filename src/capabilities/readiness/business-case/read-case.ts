import type { CaseInput, Problem } from './case.ts'

export type ReadCase = { readonly input: CaseInput } | { readonly problems: readonly Problem[] }

/** Reads what somebody wrote. Nothing is corrected: what does not fit is a problem that names the field. */
export function readCase(_json: unknown): ReadCase {
  throw new Error('Not yet')
}
