import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageKey } from './keys.generated.ts'
import { type AddressForm, type Language, localeOf } from './languages.ts'
import { type Messages, readMessages } from './locales.ts'

export type Values = Record<string, string | number>

export interface Translate {
  (key: MessageKey, values?: Values): string
  /** The same text with markup inside: `{name}` takes a node, `<link>…</link>` a function of its words. */
  rich<Node>(key: MessageKey, values: RichValues<Node>): (string | Node)[]
  readonly language: Language
}

export type RichValues<Node> = Record<string, string | number | Node | ((words: (string | Node)[]) => Node)>

export interface Texts {
  nl: Messages
  en: Messages
  'nl-u': Messages
}

export function readTexts(root?: string): Texts {
  return { nl: readMessages('nl', root), en: readMessages('en', root), 'nl-u': readMessages('nl-u', root) }
}

const made = new Map<string, Translate>()
let texts: Texts | undefined

/** One translator per language and address form; the texts are read once, when the first is asked for. */
export function translator(language: Language, addressForm: AddressForm = 'je'): Translate {
  const name = `${language} ${addressForm}`
  const known = made.get(name)
  if (known) return known
  texts ??= readTexts()
  const translate = translatorOf(texts, language, addressForm)
  made.set(name, translate)
  return translate
}

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
  if (process.env.VITEST) throw new Error(`No text for "${key}" in /locales; add it, then run scripts/message-keys.mjs`)
  return key
}
