import { deed } from '#community/activity/deed.ts'
import type { Brand } from '#community/brand/brand.ts'
import type { MemberExchange } from '#community/exchange.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import type { Refusal } from './rules.ts'

/** Who asks for a change, and of which installation. */
export interface Asked {
  readonly site: Site
  readonly brand: Brand
  readonly actor: Actor
  readonly now: Date
}

export const askedBy = (x: MemberExchange): Asked => ({ site: x.site, brand: x.brand, actor: x.viewer, now: x.now })

export type Outcome<T = null> =
  | { readonly outcome: 'done'; readonly value: T }
  /** The field that the reason stands beside; without one it is about the whole form. */
  | { readonly outcome: 'refused'; readonly reason: Refusal; readonly field?: string }
  | { readonly outcome: 'unknown' }

export const done = <T>(value: T): Outcome<T> => ({ outcome: 'done', value })
export const refused = (reason: Refusal, field?: string): Outcome<never> => ({
  outcome: 'refused',
  reason,
  ...(field ? { field } : {}),
})
export const unknown: Outcome<never> = { outcome: 'unknown' }

/** One change: all of it or nothing. Refuse before writing; what somebody else was just before us is said, not thrown. */
export async function change<T>(asked: Asked, work: (db: Db) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await deed(asked.site, work)
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) return refused('changed-meanwhile')
    throw error
  }
}

const UNIQUE_VIOLATION = '23505'
