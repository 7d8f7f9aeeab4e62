import type { MessageKey } from './keys.generated.ts'
import type { AddressForm, Language } from './languages.ts'
import { type Messages, readMessages } from './locales.ts'
import { translatorOf } from './translator-of.ts'

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
