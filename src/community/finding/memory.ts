import type { Audience } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { AskedWord, Knowledge, KnownWord, Row } from './lexicon.ts'

/** What the lexicon told an audience lately. It never decides what is shown: only how a question is understood. */
export interface Memory {
  readonly since: number
  readonly asked: Map<string, readonly Row[]>
  /** Null for pieces that are no word. */
  readonly known: Map<string, KnownWord | null>
  readonly beginnings: Map<string, readonly Row[]>
}

const KEPT_MS = 60_000
const MOST_ASKED = 2_000
const MOST_PIECES = 30_000
const MOST_AUDIENCES = 8

const memories = new WeakMap<Db, Map<string, Memory>>()

/** Whoever sees the same boards knows the same words. */
export function memoryFor(db: Db, { key }: Audience): Memory {
  if (db.isTransaction) return emptyMemory()
  const ofAll = memories.get(db) ?? new Map<string, Memory>()
  memories.set(db, ofAll)
  const before = ofAll.get(key)
  if (before && Date.now() - before.since < KEPT_MS && !isFull(before)) return before
  ofAll.delete(key)
  const oldest = ofAll.keys().next().value
  if (ofAll.size >= MOST_AUDIENCES && oldest !== undefined) ofAll.delete(oldest)
  const fresh = emptyMemory()
  ofAll.set(key, fresh)
  return fresh
}

const emptyMemory = (): Memory => ({ since: Date.now(), asked: new Map(), known: new Map(), beginnings: new Map() })

const isFull = ({ asked, known, beginnings }: Memory): boolean =>
  asked.size > MOST_ASKED || known.size > MOST_PIECES || beginnings.size > MOST_ASKED

export function remember(
  memory: Memory,
  rows: readonly Row[],
  asked: readonly string[],
  pieces: readonly string[],
  typing: string | null,
): void {
  for (const word of asked) memory.asked.set(word, [])
  for (const piece of pieces) memory.known.set(piece, null)
  const beginnings: Row[] = []
  for (const row of rows) {
    if (row.how === 'known') memory.known.set(row.word, row)
    else if (row.how === 'beginning') beginnings.push(row)
    else memory.asked.set(row.of, [...(memory.asked.get(row.of) ?? []), row])
  }
  if (typing !== null) memory.beginnings.set(typing, beginnings)
}

export function recall(
  memory: Memory,
  words: readonly string[],
  pieces: readonly string[],
  typing: string | null,
): Knowledge {
  const told = (how: Row['how']): Map<string, Row[]> =>
    new Map(words.map((word) => [word, (memory.asked.get(word) ?? []).filter((row) => row.how === how)]))
  return {
    asked: words.flatMap((word): AskedWord[] => (memory.asked.get(word) ?? []).filter((row) => row.how === 'asked')),
    known: new Map(pieces.flatMap((piece) => knownAs(piece, memory.known.get(piece)))),
    similar: told('similar'),
    heads: told('head'),
    modifiers: told('modifier'),
    beginnings: typing === null ? [] : (memory.beginnings.get(typing) ?? []),
  }
}

const knownAs = (piece: string, word: KnownWord | null | undefined): [string, KnownWord][] =>
  word ? [[piece, word]] : []
