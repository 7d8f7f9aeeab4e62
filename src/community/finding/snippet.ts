import { plain } from './words.ts'

/** A piece of text; marked where it is what was asked. Escaping is left to whoever shows it. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const SNIPPET_LENGTH = 180

/** The stretch of text, of the first that has any, in which most of the asked words stand. */
export function bestSnippet(texts: readonly string[], stems: readonly string[]): Piece[] {
  const scored = texts.filter((text) => text !== '').map((text) => bestStretch(pieces(text, stems)))
  const best = scored.reduce((a, b) => (b.marks > a.marks ? b : a), { from: [] as Piece[], marks: -1 })
  return best.from
}

/** The whole text in pieces. */
export function marked(text: string, stems: readonly string[]): Piece[] {
  return merged(pieces(text, stems))
}

/** Words and what stands between them. */
function pieces(text: string, stems: readonly string[]): Piece[] {
  return text
    .split(/([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, marked: isForm(piece, stems) }))
}

/** Whether the word is a form of one of these stems, or a compound with one: the end of a word may bend. */
function isForm(piece: string, stems: readonly string[]): boolean {
  if (!/^[\p{L}\p{N}]/u.test(piece)) return false
  const word = single(plain(piece))
  return stems.some((asked) => {
    const stem = single(asked)
    if (stem.length < 4) return word === stem || (stem.length === 3 && word.startsWith(stem) && word.length <= 5)
    return word.startsWith(stem) && word.length <= stem.length + 4
  })
}

/** "paneel" and "panelen" share "panel": doubled letters count once. */
const single = (word: string): string => word.replace(/([a-z])\1/g, '$1')

function bestStretch(all: readonly Piece[]): { from: Piece[]; marks: number } {
  const first = all.findIndex((piece) => piece.marked)
  const starts = first < 0 ? [0] : all.flatMap((piece, at) => (piece.marked ? [Math.max(0, at - 10)] : []))
  let best = { from: [] as Piece[], marks: -1 }
  for (const start of new Set([0, ...starts])) {
    const stretch = stretchFrom(all, start)
    const marks = new Set(stretch.filter((piece) => piece.marked).map((piece) => plain(piece.text))).size
    if (marks > best.marks) best = { from: trimmed(stretch, start > 0, start + stretch.length < all.length), marks }
  }
  return best
}

function stretchFrom(all: readonly Piece[], start: number): Piece[] {
  const stretch: Piece[] = []
  let length = 0
  for (const piece of all.slice(start)) {
    length += piece.text.length
    if (length > SNIPPET_LENGTH) break
    stretch.push(piece)
  }
  return stretch
}

function trimmed(stretch: readonly Piece[], cutBefore: boolean, cutAfter: boolean): Piece[] {
  const kept = [...stretch]
  if (cutBefore && kept[0] && /^[^\p{L}\p{N}]/u.test(kept[0].text)) kept.shift()
  const before = cutBefore ? [{ text: '… ', marked: false }] : []
  const after = cutAfter ? [{ text: '…', marked: false }] : []
  return merged([...before, ...kept, ...after])
}

function merged(all: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of all) {
    const last = joined.at(-1)
    if (last && last.marked === piece.marked) joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}
