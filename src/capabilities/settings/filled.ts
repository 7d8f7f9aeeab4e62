import type { MemberExchange } from '#community/exchange.ts'
import type { Reading } from '#platform/http/forms.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { Problem } from '#ui/elements/error-summary.tsx'
import type { Refusal } from './rules.ts'

type Words = Readonly<Record<string, string>>

/** A form as somebody filled it in, with what is wrong beside the fields. */
export interface Filled {
  readonly words: Words
  readonly problems: readonly Problem[]
}

export const untouched = (words: Words = {}): Filled => ({ words, problems: [] })

/** What did not read, with the words kept. */
export function unreadable(t: Translate, reading: Extract<Reading<unknown>, { ok: false }>): Filled {
  const problems = Object.entries(reading.problems).map(([field, { code, params }]) => {
    const message = t(code as MessageKey, params)
    return field === 'form' ? { message } : { field, message }
  })
  return { words: reading.words, problems }
}

export const refusedWith = (t: Translate, words: Words, reason: Refusal, field?: string): Filled => ({
  words,
  problems: [{ ...(field ? { field } : {}), message: refusalWords(t, reason) }],
})

export const errorFor = (form: Filled, field: string): string | undefined =>
  form.problems.find((problem) => problem.field === field)?.message

export function refusalWords(t: Translate, reason: Refusal): string {
  return t((isKeeping(reason) ? `membership.refusal.${reason}` : `settings.refusal.${reason}`) as MessageKey)
}

/** What the person typed, of a form that did read. */
export function wordsOf(x: Pick<MemberExchange, 'body'>): Words {
  const fields = Object.entries((x.body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('_') ? [[name, value]] : [])),
  )
}

const ofKeeping = new Set<Refusal>([
  'own-block',
  'only-moderators',
  'only-administrators',
  'not-blocked',
  'already-blocked',
  'own-roles',
  'only-keepers',
  'role-of-administrators',
  'colleague-of-administrators',
  'last-administrator',
])

const isKeeping = (reason: Refusal): boolean => ofKeeping.has(reason)
