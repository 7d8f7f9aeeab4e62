import { plain } from './words.ts'

/** A piece of text; marked where it is what was asked. Escaping is left to whoever shows it. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const SNIPPET_LENGTH = 180
const MOST_STARTS = 6

/** Tells whether a word of a text is what was asked. */
export type Marker = (word: string) => boolean

/** Marks the forms of these stems: the end of a word may bend, and doubled letters count once. */
export function markerFor(stems: readonly string[]): Marker {
  const byBeginning = new Map<string, string[]>()
  for (const stem of new Set(stems.map((stem) => single(stem)))) {
    const beginning = stem.slice(0, 3)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), stem])
  }
  const known = new Map<string, boolean>()
  return (piece) => {
    const before = known.get(piece)
    if (before !== undefined) return before
    const word = single(isPlain(piece) ? piece : plain(piece))
    const isAsked = byBeginning.get(word.slice(0, 3))?.some((stem) => isFormOf(word, stem)) ?? false
    known.set(piece, isAsked)
    return isAsked
  }
}

const isPlain = (word: string): boolean => /^[a-z0-9]+$/.test(word)

function isFormOf(word: string, stem: string): boolean {
  if (stem.length < 3) return word === stem
  return word.startsWith(stem) && word.length <= stem.length + (stem.length === 3 ? 2 : 4)
}

/** "paneel" and "panelen" share "panel". */
const single = (word: string): string => word.replace(/([a-z])\1/g, '$1')

/** The stretch of text, of the first that has any, in which most of the asked words stand. */
export function bestSnippet(texts: readonly string[], isAsked: Marker): Piece[] {
  const scored = texts.filter((text) => text !== '').map((text) => bestStretch(pieces(text, isAsked)))
  const best = scored.reduce((a, b) => (b.marks > a.marks ? b : a), { from: [] as Piece[], marks: -1 })
  return best.from
}

/** The whole text in pieces. */
export function marked(text: string, isAsked: Marker): Piece[] {
  return merged(pieces(text, isAsked))
}

/** Words and what stands between them. */
function pieces(text: string, isAsked: Marker): Piece[] {
  return text
    .split(/([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)/u)
    .flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, marked: at % 2 === 1 && isAsked(piece) }]))
}

function bestStretch(all: readonly Piece[]): { from: Piece[]; marks: number } {
  const first = all.findIndex((piece) => piece.marked)
  const starts = first < 0 ? [0] : all.flatMap((piece, at) => (piece.marked ? [Math.max(0, at - 10)] : []))
  let best = { from: [] as Piece[], marks: -1 }
  for (const start of new Set([0, ...starts.slice(0, MOST_STARTS)])) {
    const stretch = stretchFrom(all, start)
    const marks = new Set(stretch.flatMap((piece) => (piece.marked ? [piece.text.toLowerCase()] : []))).size
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
