import type { Brand } from '#community/brand/brand.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import type { Refusal } from './rules.ts'

/** Who asks for a deed, and where: a web exchange and an API exchange both fit. */
export interface Asked<A = Actor> {
  readonly site: Site
  readonly brand: Brand
  readonly actor: A
}

export interface DoneTo {
  readonly id: string
  readonly slug: string
}

/** How a deed ended: done, refused with a reason a person understands, or there is no such thing for this person. */
export type DeedResult<T = DoneTo> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'refused'; readonly reason: Refusal }
  | { readonly outcome: 'unknown' }

export const done = <T>(value: T): DeedResult<T> => ({ outcome: 'done', value })

export const refused = (reason: Refusal): DeedResult<never> => ({ outcome: 'refused', reason })

export const unknown: DeedResult<never> = { outcome: 'unknown' }
