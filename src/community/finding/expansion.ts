import type { AskedWord, Knowledge, KnownWord } from './lexicon.ts'
import { likeness, MORE_COMMON, RARE, rarity } from './ranking.ts'
import { closeness, mayBeMeant } from './spelling.ts'
import { isSpelt, neighbours, splitCompound } from './words.ts'

/** One asked word with everything that may stand for it, each a list of stems that must all be there. */
export interface WordGroup {
  readonly word: string
  readonly exact: Stems[]
  /** Counts nearly as much as the word itself: a slip put right, a compound joined or split, a kind of it. */
  readonly strong: Stems[]
  /** Only points the same way: a compound that begins with it. */
  readonly weak: Stems[]
  readonly documents: number
  /** 0 to 1: how much the word says. */
  readonly weight: number
  /** The word that was probably meant; shown only when a visible question holds it. */
  readonly meant: string | null
}

export type Stems = readonly string[]

interface Near {
  readonly stems: Stems
  readonly likeness: number
  readonly documents: number
}

/** Groups of the words that say something; words such as "the" and "my" fall out. */
export function expand(knowledge: Knowledge, typing: string | null): WordGroup[] {
  const words = knowledge.asked.map((asked) => asked.word)
  const saysNothing = emptyWords(knowledge.asked)
  return knowledge.asked.flatMap((asked, at) => {
    const isTyping = typing !== null && at === words.length - 1
    if (saysNothing(asked) && !(isTyping && knowledge.beginnings.length > 0)) return []
    return [groupOf(asked, at, words, knowledge, isTyping)]
  })
}

/** "Door" says nothing in Dutch and everything in English: the other words tell in which language was asked. */
function emptyWords(all: readonly AskedWord[]): (word: AskedWord) => boolean {
  const dutch = all.filter((word) => word.nl === null && word.en !== null).length
  const english = all.filter((word) => word.en === null && word.nl !== null).length
  if (dutch > english) return (word) => word.nl === null
  if (english > dutch) return (word) => word.en === null
  return (word) => word.nl === null || word.en === null
}

function groupOf(
  asked: AskedWord,
  at: number,
  words: readonly string[],
  knowledge: Knowledge,
  isTyping: boolean,
): WordGroup {
  const meant = meantWords(asked, knowledge)
  const near = [
    ...meant.flatMap((word) => nearBy(word, closeness(asked.word, word.word))),
    ...(isTyping ? knowledge.beginnings.flatMap((word) => nearBy(word, likeness.joined)) : []),
    ...joined(at, words, knowledge),
    ...split(asked, knowledge),
    ...(knowledge.heads.get(asked.word) ?? []).flatMap((word) => nearBy(word, likeness.head)),
    ...(knowledge.modifiers.get(asked.word) ?? []).flatMap((word) => nearBy(word, likeness.modifier)),
  ]
  const exact = stemsOf(asked).map((stem) => [stem])
  const strong = distinct(
    near.filter((one) => one.likeness >= likeness.strong),
    exact,
  )
  const weak = distinct(
    near.filter((one) => one.likeness < likeness.strong),
    [...exact, ...strong],
  )
  const own = isSpelt(asked.word) ? Math.max(asked.documents, asked.formDocuments) : CODE_DOCUMENTS
  const documents = own + near.reduce((sum, one) => sum + one.documents * one.likeness, 0)
  return { word: asked.word, exact, strong, weak, documents, weight: rarity(documents), meant: meant[0]?.word ?? null }
}

/** Codes and numbers are not in the lexicon; they are few. */
const CODE_DOCUMENTS = 3

/** What was probably meant by a word that hardly anybody writes: the closest and most common first. */
function meantWords(asked: KnownWord, knowledge: Knowledge): KnownWord[] {
  if (!isSpelt(asked.word) || asked.documents > RARE) return []
  return (knowledge.similar.get(asked.word) ?? [])
    .filter((word) => word.documents >= asked.documents * MORE_COMMON && mayBeMeant(asked.word, word.word))
    .filter((word) => !stemsOf(word).some((stem) => stemsOf(asked).includes(stem)))
    .sort((a, b) => meaningOf(asked, b) - meaningOf(asked, a))
    .slice(0, 4)
}

const meaningOf = (asked: KnownWord, word: KnownWord): number =>
  closeness(asked.word, word.word) + Math.log10(1 + word.documents) * 0.05

function joined(at: number, words: readonly string[], knowledge: Knowledge): Near[] {
  return neighbours(words)
    .filter(([left, right]) => left === at || right === at)
    .flatMap(([, , word]) => knowledge.known.get(word) ?? [])
    .flatMap((word) => nearBy(word, likeness.joined))
}

function split(asked: KnownWord, knowledge: Knowledge): Near[] {
  if (!isSpelt(asked.word) || asked.word.length < 7) return []
  const parts = splitCompound(asked.word, (piece) => knowledge.known.has(piece))?.map((part) =>
    knowledge.known.get(part),
  )
  const stems = parts?.flatMap((part) => part?.nl ?? part?.en ?? []) ?? []
  const head = parts?.at(-1)
  if (!parts || !head || stems.length < 2) return []
  const whole = { stems, likeness: likeness.split, documents: Math.min(...parts.map((part) => part?.documents ?? 0)) }
  return [whole, ...nearBy(head, likeness.part)]
}

/** Either stem will do: the index keeps each question in the stems of its own language. */
const nearBy = (word: KnownWord, likeness: number): Near[] =>
  stemsOf(word).map((stem) => ({ stems: [stem], likeness, documents: word.documents }))

function stemsOf(word: KnownWord): string[] {
  return [...new Set([word.nl, word.en].filter((stem) => stem !== null))]
}

const MOST_NEAR = 6

function distinct(near: readonly Near[], taken: readonly Stems[]): Stems[] {
  const seen = new Set(taken.map((stems) => stems.join(' ')))
  const kept: Stems[] = []
  for (const { stems } of near) {
    if (seen.has(stems.join(' '))) continue
    seen.add(stems.join(' '))
    kept.push(stems)
  }
  return kept.slice(0, MOST_NEAR)
}
