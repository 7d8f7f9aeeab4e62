import type { ObjectiveKey } from './case.ts'
import type { BrandSize } from './inputs/row.ts'
import { type InputName, inputNames, rowOf } from './inputs.ts'

/** How an input is given: a range, one number, three quantiles, or the two shapes of a surveyed share. */
export const kinds = ['range', 'number', 'quantiles', 'beta'] as const
export type Kind = (typeof kinds)[number]

/** What stands in the form, by field: `sessions.low`, `sessions.kind`, `horizon`. Kept as typed, whatever it is. */
export interface CaseWords {
  readonly size: BrandSize
  readonly objectives: readonly ObjectiveKey[]
  readonly fields: Readonly<Record<string, string>>
}

/** What is wrong: by the name of an input or of one of the other fields. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export const settings = ['horizon', 'discount', 'seed', 'runs'] as const
export type Setting = (typeof settings)[number]

/** The fields of an input. */
const inputParts = ['kind', 'low', 'mode', 'high', 'successes', 'of'] as const
export const field = (input: InputName, part: (typeof inputParts)[number]): string => `${input}.${part}`

/** Benefits that two objectives would both count: a line each. */
export const MOST_OVERLAPS = 12
const overlapParts = ['of', 'countedIn', 'share'] as const
export const overlapField = (row: number, part: (typeof overlapParts)[number]): string => `overlap${row}.${part}`

/** Shares are typed as per cents. */
export const isPercent = (input: InputName): boolean => ['share', 'signed'].includes(rowOf(input).unit)

/** Every field that a form of a case may have, beside its size and objectives. */
export const knownFields: readonly string[] = [
  ...settings,
  ...Array.from({ length: MOST_OVERLAPS }, (_, row) => overlapParts.map((part) => overlapField(row, part))).flat(),
  ...inputNames.flatMap((name) => inputParts.map((part) => field(name, part))),
]
