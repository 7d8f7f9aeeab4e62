import type { Distribution } from '../../chance/distribution.ts'
import type { Provenance } from '../../provenance.ts'

/** What a number counts. A `signed` number is a share that may also be below zero. */
export type Unit = 'share' | 'signed' | 'money' | 'count' | 'number' | 'months' | 'hours' | 'minutes'

/** Small, mid and large add a community to what there is; `instead` is a community in the place of a call centre. */
export const brandSizes = ['small', 'mid', 'large', 'instead'] as const
export type BrandSize = (typeof brandSizes)[number]

export interface InputRow {
  readonly unit: Unit
  /** Lowest and highest number that a file may hold. */
  readonly min: number
  readonly max: number
  /** For a brand of middle size, and where another size differs. */
  readonly usual: Distribution
  readonly sizes: Partial<Record<BrandSize, Distribution>>
  readonly provenance: Provenance
  /** Where the usual value comes from. */
  readonly source: string
}

type From = readonly [provenance: Provenance, source: string, sizes?: InputRow['sizes']]

const rowOf =
  (unit: Unit, min: number, max: number) =>
  (usual: Distribution, [provenance, source, sizes = {}]: From, limits: readonly [number, number] = [min, max]) =>
    ({ unit, min: limits[0], max: limits[1], usual, sizes, provenance, source }) satisfies InputRow

const MOST = 1e12

export const share = rowOf('share', 0, 1)
export const signed = rowOf('signed', -1, 10)
export const money = rowOf('money', 0, MOST)
export const count = rowOf('count', 0, MOST)
export const number = rowOf('number', 0, 1_000)
export const months = rowOf('months', 0, 120)
export const hours = rowOf('hours', 0, 744)
export const minutes = rowOf('minutes', 0, 10_000)

export const pert = (low: number, mode: number, high: number): Distribution => ({ pert: [low, mode, high] })
