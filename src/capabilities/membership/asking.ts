import type { Brand } from '#community/brand/brand.ts'
import type { Site } from '#community/site.ts'
import type { From, OpenedSession, Way } from '#platform/auth/sessions.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Refusal } from './rules.ts'

/** Who asks, from where, in which language: all that the deeds of this slice need of a request. */
export interface Asking {
  readonly site: Site
  readonly brand: Brand
  readonly language: Language
  readonly now: Date
  readonly address: string
  readonly userAgent: string
  /** Drafts of this visitor become the member's on entering. */
  readonly visitorHash: string | null
}

export type Outcome<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'refused'; readonly reason: Refusal }
  | { readonly outcome: 'wait'; readonly seconds: number }

export const done = <T>(value: T): Outcome<T> => ({ outcome: 'done', value })
export const refused = (reason: Refusal): Outcome<never> => ({ outcome: 'refused', reason })
export const wait = (seconds: number): Outcome<never> => ({ outcome: 'wait', seconds })

/** Somebody is in: the route puts the session into the cookie. */
export interface Entered {
  readonly session: OpenedSession
  readonly memberId: string
}

export const fromOf = (asking: Asking, way: Way): From => ({
  way,
  address: asking.address,
  userAgent: asking.userAgent,
})

/** PostgreSQL's word for "somebody else was first". */
export const isTaken = (error: unknown, constraint: RegExp): boolean => {
  const { code, constraint: name = '' } = error as { code?: string; constraint?: string }
  return code === '23505' && constraint.test(name)
}
