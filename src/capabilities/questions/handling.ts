import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { type Said, saying } from '#community/said.ts'
import { personalDetailsIn } from '#community/text/compose.ts'
import type { Problem } from '#platform/http/forms.ts'
import { missing, type Reply, seeOther } from '#platform/http/reply.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Asked, DeedResult, DoneTo } from './deed-result.ts'
import { questionPath, turnNames } from './paths.ts'
import type { Refusal } from './rules.ts'

/** The id in an address: digits only, and few enough for the database. */
export const isId = (id: string | undefined): id is string => id !== undefined && /^[1-9]\d{0,17}$/.test(id)

export const askedBy = (x: MemberExchange): Asked => ({ site: x.site, brand: x.brand, actor: x.viewer })

export const refusalWords = (x: Exchange, reason: Refusal): string => x.t(`questions.refusal.${reason}`)

/**
 * Personal details that the author has not been asked about yet. Whoever has seen them sends `checked` along; what they
 * then do not keep is masked.
 */
export function unseenDetails(x: Exchange, text: string) {
  const isChecked = (x.body as { checked?: unknown } | null)?.checked === 'true'
  return isChecked ? [] : personalDetailsIn(text, x.brand)
}

/** The form's one-time key; a form without one is simply done. */
export const onceOf = (x: Exchange): string | null => {
  const once = (x.body as { _once?: unknown } | null)?._once
  return typeof once === 'string' && /^[\w-]{8,64}$/.test(once) ? once : null
}

/** What is said after posting: also that something was masked. */
export const saidOf = (said: Said, { masked }: { masked: readonly unknown[] }): Said[] =>
  masked.length > 0 ? [said, 'masked'] : [said]

/** One sentence per field, in the person's language. */
export function problemWords(x: Exchange, problems: Readonly<Record<string, Problem>>): Record<string, string> {
  const entries = Object.entries(problems)
  return Object.fromEntries(entries.map(([field, { code, params }]) => [field, x.t(code as MessageKey, params)]))
}

/** After a deed: back to the question with a word about it, or the reason why not. */
export function afterDeed(
  result: DeedResult<DoneTo>,
  said: Said,
  refuse: (reason: Refusal) => Reply,
  /** Where on the page: which turn of the answers, and at what. */
  place = '',
): Reply {
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(result.reason)
  return seeOther(saying(`${questionPath(result.value)}${place}`, said))
}

/** The turn of the answers that somebody looked at when they pressed a button: there they come back to. */
export function turnLookedAt(x: Exchange): string {
  const { referer = '' } = x.request.headers
  const given = new URLSearchParams(URL.parse(referer)?.search)
  const kept = turnNames.flatMap((name) => {
    const value = given.get(name)
    return value && /^\w{1,20}$/.test(value) ? [`${name}=${value}`] : []
  })
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}
