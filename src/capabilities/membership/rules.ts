import type { KeepingRefusal } from '#community/members/keeping-rules.ts'
import type { HandleRefusal } from '#community/text/handles.ts'
import { latin } from '#community/text/latin.ts'
import { type PasswordProblem, passwordProblem } from '#platform/auth/passwords.ts'

/** Why something is not possible; one sentence per language under `membership.refusal.<reason>`. */
export type Refusal =
  | PasswordProblem
  | KeepingRefusal
  | 'wrong-password'
  | 'wrong-current'
  | 'wrong-code'
  | 'wrong-setup-code'
  | 'old-link'
  | 'same-email'
  | 'handle-taken'
  | 'handle-reserved'
  | 'handle-form'
  | 'name-imitates'
  | 'already-set-up'

/** A rule's word: null when it may. */
export type Verdict = Refusal | null

export const NAME_LONGEST = 60
export const ABOUT_LONGEST = 2_000
export const INTERESTS_MOST = 12
export const INTEREST_LONGEST = 40
export const PRODUCTS_MOST = 30
export const REASON_LONGEST = 2_000
/** Minutes that a link to choose a new password works. */
export const RESET_MINUTES = 30
/** Minutes between the right code and the choice of a name. */
export const JOIN_MINUTES = 30
/** Hours within which both addresses agree to a change. */
export const EMAIL_CHANGE_HOURS = 24

/** A password is no word that everybody who knows this person would try first. */
export const mayBePassword = (password: string, person: { email: string; name?: string; handle?: string }): Verdict =>
  passwordProblem(password, [person.email, person.name ?? '', person.handle ?? ''])

/** What is wrong with a handle, as it is told. */
export function handleProblem(form: HandleRefusal | 'taken'): Refusal {
  if (form === 'taken') return 'handle-taken'
  return form === 'reserved' ? 'handle-reserved' : 'handle-form'
}

/** A customer may not call themselves what people take for the brand or its staff. */
export function mayBeName(name: string, brandName: string, isStaff: boolean): Verdict {
  if (isStaff) return null
  const plain = plainOf(name)
  const brand = plainOf(brandName)
  const imitated = [
    'moderator',
    'administrator',
    'beheerder',
    'klantenservice',
    'customerservice',
    'helpdesk',
    'support',
  ]
  if (brand.length >= 4 && plain.includes(brand)) return 'name-imitates'
  return imitated.includes(plain) ? 'name-imitates' : null
}

/** Letters of another script that look the same count as the same. */
const plainOf = (text: string) => latin(text).replace(/[^\p{L}\p{N}]/gu, '')
