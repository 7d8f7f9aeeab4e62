import { countrySpecs, isValidIBAN } from 'ibantools'
import { customerNumberFinder } from './customer-numbers.ts'
import { phonesIn, type Span } from './phones.ts'
import { type SeenText, seenText } from './seen-text.ts'

export type DetailKind = 'phone' | 'iban' | 'email' | 'customer-number'

export interface Detail {
  kind: DetailKind
  start: number
  end: number
  text: string
}

export interface MaskOptions {
  /** The brand's pattern; one that `patternRefusal` refuses is not used. */
  customerNumberPattern?: string | null | undefined
  /** What stands in the place, in the language of the text. */
  words?: Readonly<Record<DetailKind, string>>
}

export interface Masked {
  text: string
  masked: { kind: DetailKind; count: number }[]
}

/** Personal details in Markdown or plain text, in order, without overlap. */
export function findPersonalDetails(text: string, options: MaskOptions = {}): Detail[] {
  const seen = seenText(text)
  const urls = [...seen.text.matchAll(URLS)].map((match) => span(match.index, match[0]))
  const found = [
    ...ibansIn(seen.text).map((at) => detail('iban', at)),
    ...emailsIn(seen.text).map((at) => detail('email', at)),
    ...outside(urls, customerNumbersIn(seen.text, options)).map((at) => detail('customer-number', at)),
    ...outside(urls, phonesIn(seen.text)).map((at) => detail('phone', at)),
  ]
  return withoutOverlap(found).map((at) => original(text, seen, at))
}

/** The text with every personal detail replaced, except those the author keeps. */
export function maskPersonalDetails(text: string, options: MaskOptions = {}, keep: readonly string[] = []): Masked {
  const kept = new Set(keep.map(bare))
  const details = findPersonalDetails(text, options).filter((detail) => !kept.has(bare(detail.text)))
  const counts = new Map<DetailKind, number>()
  for (const { kind } of details) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    text: replaced(text, details, options.words ?? WORDS),
    masked: [...counts].map(([kind, count]) => ({ kind, count })),
  }
}

const WORDS: Record<DetailKind, string> = {
  phone: '[telefoonnummer verborgen]',
  iban: '[rekeningnummer verborgen]',
  email: '[e-mailadres verborgen]',
  'customer-number': '[klantnummer verborgen]',
}

// Numbers in addresses of pages are no telephone numbers, except where the address is one to call.
const URLS = /\b(?:https?:\/\/|www\.)(?!(?:api\.)?(?:wa\.me|whatsapp\.com)\b)[^\s<>()\]]+|\]\(\/[^)\s]*|\]:[ ]?\/\S*/gi
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}(?:[*`]{0,2}@[*`]{0,2}| {1,2}@ {1,2}|[ ]?[[({]\s?(?:at|apenstaartje|@)\s?[\])}][ ]?)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:[*`]{0,2}[.][*`]{0,2}| [.] |[ ]?[[({]\s?(?:dot|punt|\.)\s?[\])}][ ]?)){1,6}[\p{L}][\p{L}\p{N}-]{1,30}|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63} (?:at|apenstaartje) [\p{L}\p{N}-]{1,63} (?:dot|punt) [\p{L}]{2,10}/giu
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|svg|css|m?js|html?|pdf|json|md)$/i

function emailsIn(text: string): Span[] {
  return [...text.matchAll(EMAIL)]
    .filter((match) => !FILE_NAME.test(match[0]))
    .map((match) => span(match.index, match[0]))
}

function customerNumbersIn(text: string, { customerNumberPattern }: MaskOptions): Span[] {
  const finder = customerNumberFinder(customerNumberPattern ?? '')
  return finder ? [...text.matchAll(finder)].map((match) => span(match.index, match[0])) : []
}

function ibansIn(text: string): Span[] {
  return [...text.matchAll(IBAN_START)].flatMap((match) => {
    const end = endOfIban(text, match.index)
    return end ? [{ start: match.index, end }] : []
  })
}

const IBAN_START = /(?<![\p{L}\p{N}])[a-z][ .]?[a-z][ .]?\d[ .]?\d(?=[ .*`-]{0,3}[a-z\d])/giu

function endOfIban(text: string, start: number): number | undefined {
  let iban = ''
  for (let at = start; at < Math.min(text.length, start + 90); at++) {
    const char = text[at] ?? ''
    if (/[a-z\d]/i.test(char)) iban += char.toUpperCase()
    else if (!/[ .*`_/-]/.test(char)) return undefined
    const length = countrySpecs[iban.slice(0, 2)]?.chars
    if (iban.length >= 2 && !length) return undefined
    if (iban.length === length)
      return isValidIBAN(iban) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '') ? at + 1 : undefined
  }
  return undefined
}

type SeenDetail = Span & { kind: DetailKind }

function detail(kind: DetailKind, { start, end }: Span): SeenDetail {
  return { kind, start, end }
}

function span(start: number, text: string): Span {
  return { start, end: start + text.length }
}

function outside(urls: Span[], spans: Span[]): Span[] {
  return spans.filter(({ start, end }) => !urls.some((url) => url.start <= start && end <= url.end))
}

/** Where two overlap, the one found by the surer rule (earlier in the list) stays. */
function withoutOverlap(found: SeenDetail[]): SeenDetail[] {
  const order = new Map(found.map((one, at) => [one, at]))
  const kept: SeenDetail[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (!last || last.end <= one.start) kept.push(one)
    else if ((order.get(one) ?? 0) < (order.get(last) ?? 0)) kept[kept.length - 1] = one
  }
  return kept
}

function original(text: string, seen: SeenText, { kind, start, end }: SeenDetail): Detail {
  const from = seen.starts[start] ?? 0
  const to = seen.ends[end - 1] ?? text.length
  return { kind, start: from, end: to, text: text.slice(from, to) }
}

function replaced(text: string, details: Detail[], words: Readonly<Record<DetailKind, string>>): string {
  let result = ''
  let from = 0
  for (const { kind, start, end } of details) {
    if (start < from) continue
    result += text.slice(from, start) + words[kind]
    from = end
    // Directly before these the words would become a link.
    if (/^[(:[]/.test(text.slice(from))) result += ' '
  }
  return withoutDeadLinks(result + text.slice(from), Object.values(words))
}

/** A link to a detail that is gone keeps its label only. */
function withoutDeadLinks(text: string, words: string[]): string {
  return words.reduce((result, word) => {
    const gone = `(?:mailto:|tel:|sms:|callto:|https?:\\/\\/(?:wa\\.me\\/|api\\.whatsapp\\.com\\/[^\\s()]{0,100}))${literally(word)}[^)\\s<>]{0,300}`
    return result
      .replace(
        new RegExp(
          `\\[((?:[^\\[\\]\\n]|\\[[^\\[\\]\\n]{0,100}\\]){0,300})\\]\\(\\s{0,3}<?${gone}>?[^)\\n]{0,200}\\)`,
          'gi',
        ),
        (_, label) => (String(label).includes(word) ? String(label) : `${label} ${word}`),
      )
      .replace(new RegExp(`<(?:mailto:|tel:)?${literally(word)}[^>\\n]{0,300}>`, 'gi'), () => word)
  }, text)
}

/** The same detail written otherwise counts as the same. */
function bare(text: string): string {
  return seenText(text)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}@+]/gu, '')
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
