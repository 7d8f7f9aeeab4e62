import { plain } from './words.ts'

/** A piece of text; marked where it is what was asked. Escaping is left to whoever shows it. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const SNIPPET_LENGTH = 180
const LEAD_LENGTH = 40
const MOST_STARTS = 6
const LATIN = 128

/** Tells whether a word of a text is what was asked. */
export interface Marker {
  readonly isAsked: (word: string) => boolean
  /** By code, small and capital: letters and figures with which no asked word begins. */
  readonly begins: Uint8Array
}

/** Marks the forms of these stems: the end of a word may bend, and doubled letters count once. */
export function markerFor(stems: readonly string[]): Marker {
  const byBeginning = new Map<string, string[]>()
  for (const stem of new Set(stems.map((stem) => single(stem)))) {
    const beginning = stem.slice(0, 3)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), stem])
  }
  const known = new Map<string, boolean>()
  const isAsked = (piece: string): boolean => {
    const before = known.get(piece)
    if (before !== undefined) return before
    const word = single(isPlain(piece) ? piece : plain(piece))
    const asked = byBeginning.get(word.slice(0, 3))?.some((stem) => isFormOf(word, stem)) ?? false
    known.set(piece, asked)
    return asked
  }
  return { isAsked, begins: initialsOf([...byBeginning.keys()]) }
}

function initialsOf(beginnings: readonly string[]): Uint8Array {
  const begins = new Uint8Array(LATIN)
  for (const beginning of beginnings) {
    for (const initial of [beginning.charAt(0), beginning.charAt(0).toUpperCase()]) {
      if (initial.charCodeAt(0) < LATIN) begins[initial.charCodeAt(0)] = 1
    }
  }
  return begins
}

const isPlain = (word: string): boolean => /^[a-z0-9]+$/.test(word)

function isFormOf(word: string, stem: string): boolean {
  if (stem.length < 3) return word === stem
  return word.startsWith(stem) && word.length <= stem.length + (stem.length === 3 ? 2 : 4)
}

/** "paneel" and "panelen" share "panel". */
const single = (word: string): string => word.replace(/([a-z])\1/g, '$1')

/** The stretch of text, of the first that has any, in which most of the asked words stand. */
export function bestSnippet(texts: readonly string[], marker: Marker): Piece[] {
  let best: Stretch | null = null
  for (const text of texts) {
    const stretch = text === '' ? null : bestStretch(text, marksIn(text, marker))
    if (stretch && (best === null || stretch.marks > best.marks)) best = stretch
  }
  return best ? inPieces(best) : []
}

/** The whole text in pieces. */
export function marked(text: string, marker: Marker): Piece[] {
  return inPieces({ text, from: 0, to: text.length, spots: marksIn(text, marker), marks: 0 })
}

interface Spot {
  readonly from: number
  readonly to: number
}

interface Stretch extends Spot {
  readonly text: string
  readonly spots: readonly Spot[]
  /** How many different words of what was asked stand in it. */
  readonly marks: number
}

/** Most words are passed by their first letter: a page of results is a thousand of them. */
function marksIn(text: string, { isAsked, begins }: Marker): Spot[] {
  const spots: Spot[] = []
  let from = 0
  while (from < text.length) {
    const initial = text.charCodeAt(from)
    if (!isOfWord(initial)) {
      from += 1
      continue
    }
    let to = from + 1
    while (to < text.length && isOfWord(text.charCodeAt(to))) to += 1
    if ((initial >= LATIN || begins[initial] === 1) && isAsked(text.slice(from, to))) spots.push({ from, to })
    from = to
  }
  return spots
}

const [UNKNOWN, YES, NO] = [0, 1, 2]
const ofWords = new Uint8Array(65_536)

/** Letters, figures and the marks on them. */
function isOfWord(code: number): boolean {
  if (ofWords[code] === UNKNOWN) {
    ofWords[code] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? YES : NO
  }
  return ofWords[code] === YES
}

function bestStretch(text: string, spots: readonly Spot[]): Stretch {
  let best = stretchFrom(text, 0, spots)
  for (const spot of spots.slice(0, MOST_STARTS)) {
    const stretch = stretchFrom(text, wordBefore(text, spot.from - LEAD_LENGTH), spots)
    if (stretch.marks > best.marks) best = stretch
  }
  return best
}

function stretchFrom(text: string, from: number, all: readonly Spot[]): Stretch {
  const to = text.length - from <= SNIPPET_LENGTH ? text.length : wordBefore(text, from + SNIPPET_LENGTH)
  const spots = all.filter((spot) => spot.from >= from && spot.to <= to)
  const marks = new Set(spots.map((spot) => text.slice(spot.from, spot.to).toLowerCase())).size
  return { text, from, to, spots, marks }
}

/** Never inside a word. */
function wordBefore(text: string, place: number): number {
  return place <= 0 ? 0 : text.lastIndexOf(' ', place) + 1
}

function inPieces({ text, from, to, spots }: Stretch): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked })
    at = end
  }
  for (const spot of spots) {
    add(spot.from, false)
    add(spot.to, true)
  }
  add(to, false)
  if (from > 0) pieces.unshift({ text: '… ', marked: false })
  if (to < text.length) pieces.push({ text: '…', marked: false })
  return pieces
}
