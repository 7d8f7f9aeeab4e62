import type { Brand } from '#community/brand/brand.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import { onceForForm } from '#platform/db/deed-keys.ts'
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

/** Does it once per one-time key of a form; a refusal keeps no key, so that it can be tried again. */
export function doneOnce<T>(
  db: Db,
  asked: Asked,
  sent: { once?: string | null; content: unknown },
  work: () => Promise<DeedResult<T>>,
): Promise<DeedResult<T>> {
  const form = { memberId: asked.actor.id, once: sent.once, content: sent.content }
  return onceForForm(db, form, work, (result) => result.outcome === 'done')
}
