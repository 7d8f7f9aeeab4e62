import type { Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'
import { audienceOf } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { writeCursor } from './cursor.ts'
import { expand, type WordGroup } from './expansion.ts'
import { consultLexicon } from './lexicon.ts'
import { tellingGroups } from './queries.ts'
import { type Asked, type Row, rank, rankWhileTyping, type TextRow } from './rank.ts'
import { bestSnippet, type Marker, marked, markerFor, type Piece } from './snippet.ts'
import { askedWords, plain } from './words.ts'

/** States as somebody who searches thinks of them. */
export type FoundState = 'solved' | 'open' | 'unanswered'

export interface Search {
  readonly words: string
  /** Slugs. */
  readonly board?: string | null
  readonly product?: string | null
  readonly state?: FoundState | null
  /** Not older than this many days. */
  readonly age?: number | null
  readonly limit: number
  readonly cursor?: string | null
}

/** A question that fits, as the few words show it while somebody types. */
export interface Suggestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly markedTitle: readonly Piece[]
  readonly state: QuestionState
  /** In which it was asked. */
  readonly language: Language
  readonly board: { readonly slug: string; readonly name: string; readonly nameEn: string | null }
  readonly product: { readonly slug: string; readonly name: string } | null
  readonly createdAt: Date
  readonly answerCount: number
  /** Whether every word that says something was found in it. */
  readonly hasAllWords: boolean
}

export interface Hit extends Suggestion {
  readonly snippet: readonly Piece[]
}

export interface Found {
  readonly hits: readonly Hit[]
  readonly nextCursor: string | null
  /** The question with slips put right, when one of the hits holds the words that were meant. */
  readonly meant: string | null
}

const nothing: Found = { hits: [], nextCursor: null, meant: null }

/** Questions that fit these words, best first, as far as the viewer may see them. */
export async function findQuestions(db: Db, viewer: Viewer, search: Search): Promise<Found> {
  const asked = await understand(db, viewer, search.words, null)
  if (asked.groups.length === 0) return nothing
  const rows = await rank(db, asked, search)
  const marker = markerOf(asked)
  const hits = rows.slice(0, search.limit).map((row) => hitOf(row, marker))
  const last = rows.length > search.limit ? rows[search.limit - 1] : undefined
  return { hits, nextCursor: last ? writeCursor(last) : null, meant: meantBy(search.words, asked.groups, rows) }
}

/** The few that fit best while somebody is still typing: the last word may be unfinished. */
export async function suggestQuestions(
  db: Db,
  viewer: Viewer,
  words: string,
  { limit }: { limit: number },
): Promise<readonly Suggestion[]> {
  const asked = await understand(db, viewer, words, /[\p{L}\p{N}]$/u.test(words) ? typedBeginning : null)
  if (asked.groups.length === 0) return []
  const marker = markerOf(asked)
  return (await rankWhileTyping(db, asked, limit)).map((row) => suggestionOf(row, marker))
}

/** What was asked, in groups of words as the viewer may know them. */
async function understand(
  db: Db,
  viewer: Viewer,
  text: string,
  typedOf: ((words: readonly string[]) => string | null) | null,
): Promise<Asked> {
  const audience = audienceOf(viewer)
  const words = askedWords(text)
  if (words.length === 0) return { audience, groups: [] }
  const typed = typedOf?.(words) ?? null
  return { audience, groups: tellingGroups(expand(await consultLexicon(db, audience, words, typed), typed)) }
}

const markerOf = ({ groups }: Asked): Marker =>
  markerFor(groups.flatMap((group) => [...group.exact, ...group.strong, ...group.weak].flat()))

function typedBeginning(words: readonly string[]): string | null {
  const last = words.at(-1) ?? ''
  return last.length >= 2 ? last : null
}

function hitOf(row: TextRow, marker: Marker): Hit {
  return { ...suggestionOf(row, marker), snippet: bestSnippet([row.beginning, row.best], marker) }
}

function suggestionOf(row: Row, marker: Marker): Suggestion {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    markedTitle: marked(row.title, marker),
    state: row.state,
    language: row.language,
    board: { slug: row.board_slug, name: row.board_name, nameEn: row.board_name_en },
    product: row.product_slug ? { slug: row.product_slug, name: row.product_name ?? '' } : null,
    createdAt: row.created_at,
    answerCount: row.answer_count,
    hasAllWords: row.cover > 0.999,
  }
}

/** Only words that stand in a question the viewer sees are ever shown. */
function meantBy(asked: string, groups: readonly WordGroup[], rows: readonly TextRow[]): string | null {
  if (groups.every((group) => group.meant === null)) return null
  const seen = plain(rows.map((row) => `${row.title} ${row.beginning} ${row.best}`).join(' '))
  const slips = new Map(
    groups.flatMap((group) => (group.meant && seen.includes(group.meant) ? [[group.word, group.meant]] : [])),
  )
  if (slips.size === 0) return null
  return asked.replace(/[\p{L}\p{N}]+/gu, (word) => slips.get(plain(word)) ?? word)
}
