import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageKey } from './keys.generated.ts'
import { type AddressForm, type Language, localeOf } from './languages.ts'
import type { RichValues, Texts, Translate, Values } from './translate.ts'

/** A translator over texts at hand. Reads no files, so it also runs in a browser. */
export function translatorOf(texts: Texts, language: Language, addressForm: AddressForm = 'je'): Translate {
  const messages = language === 'nl' && addressForm === 'u' ? new Map([...texts.nl, ...texts['nl-u']]) : texts[language]
  const formatters = new Map<string, IntlMessageFormat>()

  const formatter = (key: string, text: string) => {
    const known = formatters.get(key)
    if (known) return known
    const format = new IntlMessageFormat(text, localeOf(language))
    formatters.set(key, format)
    return format
  }
  const translate = (key: MessageKey, values?: Values) => {
    const text = messages.get(key) ?? unknown(key)
    return text.includes('{') ? String(formatter(key, text).format(values)) : text
  }
  const rich = <Node>(key: MessageKey, values: RichValues<Node>) => {
    const text = messages.get(key) ?? unknown(key)
    const parts = formatter(key, text).format(values as Record<string, never>) as string | Node | (string | Node)[]
    return Array.isArray(parts) ? parts : [parts]
  }
  return Object.assign(translate, { rich, language })
}

// A missing text must stop a test, never a visitor.
function unknown(key: string): string {
  if (globalThis.process?.env.VITEST)
    throw new Error(`No text for "${key}" in /locales; add it, then run scripts/message-keys.mjs`)
  return key
}
