import type { KeepingRefusal } from '#community/members/keeping-rules.ts'

/** Why a change is not made; one sentence per language under `settings.refusal.<reason>`. */
export type OwnRefusal =
  | 'name-taken'
  | 'slug-taken'
  | 'slug-form'
  | 'prompt-taken'
  | 'prompts-full'
  | 'tag-empty'
  | 'tag-taken'
  | 'tag-unknown'
  | 'tag-same'
  | 'tag-used'
  | 'version-used'
  | 'member-unknown'
  | 'member-listed'
  | 'expert-reason'
  | 'changed-meanwhile'

export type Refusal = OwnRefusal | KeepingRefusal

export const BRAND_NAME_LONGEST = 60
export const BOARD_NAME_LONGEST = 60
export const DESCRIPTION_LONGEST = 400
export const SLUG_LONGEST = 60
/** So many are still answered; more of them keep people from asking. */
export const PROMPTS_MOST = 5
export const PROMPT_LABEL_LONGEST = 120
export const PROMPT_HINT_LONGEST = 200
export const GUIDANCE_LONGEST = 300
export const PRODUCT_NAME_LONGEST = 80
export const VERSION_NAME_LONGEST = 40
export const TAG_LONGEST = 40
export const TITLE_LONGEST = 60
export const EXPERT_REASON_LONGEST = 200
export const REASON_LONGEST = 2_000
export const PATTERN_LONGEST = 60
export const SAMPLE_LONGEST = 500

/** The readable end of a board's address: small letters, digits and single hyphens. */
export const isSlug = (slug: string): boolean => slug.length <= SLUG_LONGEST && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)

/** A zone of the IANA list, as "Europe/Amsterdam"; offsets such as "+02:00" know no summer. */
export const isZone = (zone: string): boolean => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)

export type Direction = 'up' | 'down'

/** The same ids with one a place higher or lower; unchanged when it is not there or cannot go further. */
export function moved(ids: readonly string[], id: string, direction: Direction): string[] {
  const at = ids.indexOf(id)
  const to = direction === 'up' ? at - 1 : at + 1
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  const order = [...ids]
  order.splice(at, 1)
  order.splice(to, 0, id)
  return order
}

/** What changes when somebody saw `had`, ticked `wanted`, and `held` is what stands by now. */
export function differenceOf<T>(held: readonly T[], had: readonly T[], wanted: readonly T[]) {
  return {
    given: wanted.filter((one) => !had.includes(one) && !held.includes(one)),
    taken: had.filter((one) => !wanted.includes(one) && held.includes(one)),
  }
}
