import type { AddressForm } from '#platform/i18n/languages.ts'
import { readTexts, type Texts, type Translate } from '#platform/i18n/translate.ts'

/** The texts of this slice for the browser's worker, which draws the same results with the same words. */
export function deskTexts({ language }: Translate, addressForm: AddressForm): Readonly<Record<string, string>> {
  const name = language === 'nl' && addressForm === 'u' ? 'nl-u' : language
  const known = made.get(name)
  if (known) return known
  texts ??= readTexts()
  const all = name === 'nl-u' ? new Map([...texts.nl, ...texts['nl-u']]) : texts[name]
  const own = Object.fromEntries([...all].filter(([key]) => key.startsWith('business-case.')))
  made.set(name, own)
  return own
}

const made = new Map<string, Readonly<Record<string, string>>>()
let texts: Texts | undefined
