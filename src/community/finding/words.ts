/** The longest run of words that is looked at: nobody describes one problem in more. */
export const MOST_WORDS = 12
const LONGEST_WORD = 40

/** Words and numbers as the index knows them: small letters without accents; "5.0" and "3,5" stay one. */
export function wordsIn(text: string): string[] {
  return (plain(text).match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length <= LONGEST_WORD,
  )
}

/** What was asked as words: bounded, each once, in order. */
export function askedWords(text: string): string[] {
  const words = wordsIn(text.slice(0, 400)).filter((word) => word.length > 1 || /\p{N}/u.test(word))
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** Words that can be misspelt or joined: no codes, no numbers. */
export const isSpelt = (word: string): boolean => word.length >= 3 && /^\p{L}+$/u.test(word)

export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
}

const SHORTEST_PART = 3

/**
 * Every piece of these words that could be a word by itself, and every two neighbours written as one: what the
 * lexicon is asked about to understand compounds.
 */
export function piecesOf(words: readonly string[]): string[] {
  const pieces = new Set(words)
  for (const word of words.filter(isSpelt)) {
    for (let from = 0; from <= word.length - SHORTEST_PART; from++) {
      for (let to = from + SHORTEST_PART; to <= word.length; to++) pieces.add(word.slice(from, to))
    }
  }
  for (const [, , joined] of neighbours(words)) pieces.add(joined)
  return [...pieces]
}

/** Neighbours written apart that Dutch writes together: "warmte pomp", "accu spanning", also with -s- or -en-. */
export function neighbours(words: readonly string[]): [left: number, right: number, joined: string][] {
  return words.slice(1).flatMap((right, at) => {
    const left = words[at] ?? ''
    if (!isSpelt(left + right)) return []
    return ['', 's', 'e', 'en'].map((link): [number, number, string] => [at, at + 1, `${left}${link}${right}`])
  })
}

const LINKS = ['', 's', 'en', 'e', 'n', 'ne']

/** Splits a compound into known words with the letters between them that Dutch allows; the fewest parts win. */
export function splitCompound(word: string, isKnown: (piece: string) => boolean): string[] | null {
  const best = new Map<number, string[]>([[0, []]])
  for (let from = 0; from < word.length; from++) {
    const before = best.get(from)
    if (!before || before.length === 4) continue
    for (const [part, end] of partsAt(word, from, isKnown)) {
      const parts = [...before, part]
      if (parts.length < (best.get(end)?.length ?? Number.POSITIVE_INFINITY)) best.set(end, parts)
    }
  }
  const parts = best.get(word.length)
  return parts && parts.length > 1 ? parts : null
}

/** Known words at this place of the word, each with every place where the next part may begin. */
function partsAt(word: string, from: number, isKnown: (piece: string) => boolean): [string, number][] {
  const found: [string, number][] = []
  for (let to = from + SHORTEST_PART; to <= word.length; to++) {
    const part = word.slice(from, to)
    if (to - from === word.length || !isKnown(part)) continue
    for (const link of LINKS) {
      const end = to + link.length
      const atTheEnd = end === word.length && link !== ''
      if (!atTheEnd && end <= word.length && word.startsWith(link, to)) found.push([part, end])
    }
  }
  return found
}
