import { randomUUID } from 'node:crypto'
import type { View } from './view.ts'

/** What belongs to one reader alone. */
type Own = 'token' | 'once' | 'here'

/** A rendered part, with the places where each reader has something of their own. */
export interface Markup {
  readonly bytes: Buffer
  readonly gaps: readonly Gap[]
  readonly madeAt: number
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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** From what was rendered with the view of nobody in particular. */
export function markupOf(html: string, madeAt: number): Markup {
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
  return { bytes: Buffer.from(texts.join('')), gaps, madeAt }
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

export function textOf(markup: Markup, words: OwnWords): string {
  const room = Buffer.allocUnsafe(lengthOf(markup, words))
  writeMarkup(markup, words, room, 0)
  return String(room)
}
