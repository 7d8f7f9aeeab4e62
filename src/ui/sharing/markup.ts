import { randomUUID } from 'node:crypto'
import type { View } from '../view.ts'

/** What belongs to one reader alone. */
export type Own = 'token' | 'once' | 'here'

/** A rendered part, with the places where each reader has something of their own. */
export interface Markup {
  readonly bytes: Buffer
  readonly gaps: readonly Gap[]
}

interface Gap {
  readonly at: number
  readonly own: Own
}

/** What one reader has in the gaps, ready to be written. */
export type OwnWords = Readonly<Record<Own, Buffer>>

// Made anew by each process, so that nobody can write them.
const signs: Readonly<Record<Own, string>> = {
  token: `token-${randomUUID()}`,
  once: `once-${randomUUID()}`,
  here: `here-${randomUUID()}`,
}
const ownBySign = new Map(Object.entries(signs).map(([own, sign]) => [sign, own as Own]))
const ANY = new RegExp(`(${[...ownBySign.keys()].join('|')})`)

/** The view of nobody in particular: signs stand where a reader has something of their own. */
export const impersonal = (view: View): View => ({
  ...view,
  formToken: view.formToken && signs.token,
  onceKey: signs.once,
  url: signs.here,
})

export const ownWordsOf = (view: View): OwnWords => ({
  token: Buffer.from(view.formToken ?? ''),
  once: Buffer.from(view.onceKey),
  here: Buffer.from(escaped(view.url)),
})

/** For a page that has nothing of one reader alone. */
export const NOBODYS_WORDS: OwnWords = { token: Buffer.alloc(0), once: Buffer.alloc(0), here: Buffer.alloc(0) }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** From what was rendered with the view of nobody in particular. */
export function markupOf(html: string): Markup {
  const gaps: Gap[] = []
  const texts: string[] = []
  let at = 0
  for (const piece of html.split(ANY)) {
    const own = ownBySign.get(piece)
    if (own) {
      gaps.push({ at, own })
      continue
    }
    texts.push(piece)
    at += Buffer.byteLength(piece)
  }
  return { bytes: Buffer.from(texts.join('')), gaps }
}

export const lengthOf = ({ bytes, gaps }: Markup, words: OwnWords): number =>
  gaps.reduce((length, { own }) => length + words[own].length, bytes.length)

/** Writes the part as one reader gets it, and answers where it ends. */
export function writeMarkup({ bytes, gaps }: Markup, words: OwnWords, into: Buffer, from: number): number {
  let [at, written] = [from, 0]
  for (const gap of gaps) {
    at += bytes.copy(into, at, written, gap.at)
    at += words[gap.own].copy(into, at)
    written = gap.at
  }
  return at + bytes.copy(into, at, written)
}

export function markupAsRead(markup: Markup, words: OwnWords): Buffer {
  const whole = Buffer.allocUnsafe(lengthOf(markup, words))
  writeMarkup(markup, words, whole, 0)
  return whole
}

export interface Piece {
  readonly bytes: Buffer
  /** Set where a reader's own word stands for the first time. */
  readonly own?: Own
}

/** The part as somebody reads it, cut around the first place of each word that is theirs alone. */
export function piecesOf(markup: Markup, words: OwnWords): Piece[] {
  const whole = markupAsRead(markup, words)
  const pieces: Piece[] = []
  const seen = new Set<Own>()
  let [done, shift] = [0, 0]
  for (const { at, own } of markup.gaps) {
    const [begin, end] = [at + shift, at + shift + words[own].length]
    shift += words[own].length
    if (own === 'here' || seen.has(own)) continue
    seen.add(own)
    pieces.push({ bytes: whole.subarray(done, begin) }, { bytes: whole.subarray(begin, end), own })
    done = end
  }
  return [...pieces, { bytes: whole.subarray(done) }].filter(({ bytes }) => bytes.length > 0)
}
