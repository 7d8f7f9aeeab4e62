import type { Brand } from '#community/brand/brand.ts'
import { cleanLine, cleanText } from '#platform/http/clean.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'
import type { RenderOptions } from './adapt.ts'
import { type Detail, type DetailKind, findPersonalDetails, maskPersonalDetails } from './mask.ts'
import { renderMarkdown } from './render.ts'

/** What somebody typed, and the personal details in it that they say are their own to show. */
export interface RawText {
  readonly text: string
  readonly keep?: readonly string[]
}

export interface MaskedCount {
  readonly kind: DetailKind
  readonly count: number
}

/** Text as it may be stored: cleaned, masked, rendered. Nothing else of what was typed is kept anywhere. */
export interface ComposedText {
  readonly body: string
  readonly html: string
  /** The words alone. */
  readonly words: string
  readonly masked: readonly MaskedCount[]
  /** Who was called by name. */
  readonly handles: readonly string[]
  /** Who is named, in a quote too. */
  readonly named: readonly string[]
  /** Posts that are quoted, by address. */
  readonly quoted: readonly string[]
  readonly pictureIds: readonly string[]
}

export function composeText(raw: RawText, brand: Brand, options: RenderOptions = {}): ComposedText {
  const { text, masked } = maskPersonalDetails(cleanText(raw.text), maskOptions(brand), raw.keep)
  const rendered = renderMarkdown(text, options)
  return {
    body: text,
    html: rendered.html,
    words: rendered.text,
    masked,
    handles: rendered.mentions,
    named: rendered.named,
    quoted: rendered.quoted,
    pictureIds: rendered.images.map((image) => image.id),
  }
}

/** The same for one line, such as a title. */
export function composeLine(raw: RawText, brand: Brand): { text: string; masked: readonly MaskedCount[] } {
  return maskPersonalDetails(cleanLine(raw.text), maskOptions(brand), raw.keep)
}

/** What would be masked, so that the author can be asked before anything is stored. */
export function personalDetailsIn(text: string, brand: Brand): Detail[] {
  return findPersonalDetails(cleanText(text), maskOptions(brand))
}

function maskOptions(brand: Brand) {
  const t = translator(brand.language, brand.addressForm)
  return {
    customerNumberPattern: brand.customerNumberPattern,
    words: {
      phone: t('text.masked.phone'),
      iban: t('text.masked.iban'),
      email: t('text.masked.email'),
      'customer-number': t('text.masked.customer-number'),
    },
  }
}

/** Small words of one language that are no words of the other: "is", "of" and "was" tell nothing. */
const telling: Record<Language, RegExp> = {
  nl: /\b(de|het|een|ik|je|u|niet|geen|van|dat|dit|deze|wat|wie|hoe|mijn|naar|ook|maar|wel|nog|bij|zijn|heb|heeft|wordt|waarom|kan|mag|en|er|op|te|met|voor|als|om|aan|uit|tot)\b/gi,
  en: /\b(the|a|an|i|you|not|no|this|that|these|what|who|how|my|to|also|but|are|have|has|does|do|why|can|and|with|for|from|it|on|at|be|or|when|if)\b/gi,
}

/** Dutch or English, by the small words; the community's language when that does not tell. */
export function languageOf(text: string, otherwise: Language): Language {
  const sample = text.slice(0, 2_000)
  const dutch = sample.match(telling.nl)?.length ?? 0
  const english = sample.match(telling.en)?.length ?? 0
  if (dutch === english) return otherwise
  return dutch > english ? 'nl' : 'en'
}
