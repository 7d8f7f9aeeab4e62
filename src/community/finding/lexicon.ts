import { sql } from 'kysely'
import { type Audience, seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import { memoryFor, recall, remember } from './memory.ts'
import { RARE } from './ranking.ts'
import { isSpelt, piecesOf } from './words.ts'

/** A word of the index as far as the audience may know it: counted over the boards they see. */
export interface KnownWord {
  readonly word: string
  readonly nl: string | null
  readonly en: string | null
  readonly documents: number
}

export interface AskedWord extends KnownWord {
  /** In how many questions any form of the word stands. */
  readonly formDocuments: number
}

export interface Knowledge {
  /** What was asked, with its stems; a stem is null where the word says nothing in that language, such as "the". */
  readonly asked: readonly AskedWord[]
  readonly known: ReadonlyMap<string, KnownWord>
  readonly similar: ReadonlyMap<string, readonly KnownWord[]>
  /** Compounds that end in the word (heads) or begin with it (modifiers). */
  readonly heads: ReadonlyMap<string, readonly KnownWord[]>
  readonly modifiers: ReadonlyMap<string, readonly KnownWord[]>
  /** Words that begin as the last one does, for whoever is still typing. */
  readonly beginnings: readonly KnownWord[]
}

export interface Row extends AskedWord {
  how: 'asked' | 'known' | 'similar' | 'head' | 'modifier' | 'beginning'
  of: string
}

/** Everything the lexicon can tell about these words, in at most one question to the database. */
export async function consultLexicon(
  db: Db,
  audience: Audience,
  words: readonly string[],
  typing: string | null,
): Promise<Knowledge> {
  const memory = memoryFor(db, audience)
  const pieces = piecesOf(words)
  const unasked = words.filter((word) => !memory.asked.has(word))
  const unknown = pieces.filter((piece) => !memory.known.has(piece))
  const isNew = typing !== null && !memory.beginnings.has(typing)
  if (unasked.length > 0 || unknown.length > 0 || isNew) {
    const { rows } = await consult(audience, unasked, unasked.filter(isSpelt), unknown, isNew ? typing : null).execute(
      db,
    )
    remember(memory, rows, unasked, unknown, isNew ? typing : null)
  }
  return recall(memory, words, pieces, typing)
}

/** What is asked stands in a row of its own, so that PostgreSQL does not plan it anew for each word. */
const consult = (
  audience: Audience,
  words: readonly string[],
  spelt: readonly string[],
  pieces: readonly string[],
  typing: string | null,
) => sql<Row>`
  with input as materialized (select ${words}::text[] as words, ${spelt}::text[] as spelt, ${pieces}::text[] as pieces,
    ${typing}::text as typing),
  seen as materialized (select array(${seenBoards(audience)}) as boards),
  asked as materialized (
    select w.word, w.place, (ts_lexize('dutch_stem', w.word))[1] as nl, (ts_lexize('english_stem', w.word))[1] as en,
      coalesce(c.documents, 0) as documents, w.word = any((select input.spelt from input)::text[]) as spelt,
      coalesce(f.documents, 0) as form_documents
    from unnest((select input.words from input)) with ordinality w (word, place)
    left join lateral (${documentsOf('w.word')}) c on true
    left join lateral (
      select sum(b.documents) as documents from lexicon l join lexicon_boards b on b.word = l.word, seen
      where l.nl = (ts_lexize('dutch_stem', w.word))[1] and b.board_id = any(seen.boards)) f on true),
  known as (
    select l.word, l.nl, l.en, c.documents from lexicon l, lateral (${documentsOf('l.word')}) c
    where l.word = any((select input.pieces from input)::text[]) and c.documents > 0),
  similar_words as (
    select s.*, a.word as of from asked a, lateral (
      select l.word, l.nl, l.en, c.documents from similar_words(a.word) l, lateral (${documentsOf('l.word')}) c
      where l.word <> a.word and c.documents > a.documents
      order by similarity(l.word, a.word) desc, c.documents desc limit 16) s
    where a.spelt and a.documents <= ${sql.lit(RARE)} and length(a.word) >= 4),
  heads as (
    select s.*, a.word as of from asked a, lateral (
      select l.word, l.nl, l.en, c.documents from lexicon l, lateral (${documentsOf('l.word')}) c
      where l.nl_backwards >= reverse(a.nl) and l.nl_backwards < reverse(a.nl) || ${LAST} and length(l.nl) >= length(a.nl) + 3 and c.documents > 0
        and exists (select from lexicon p where p.word = any(${rests('left(l.nl, length(l.nl) - length(a.nl))')}))
      order by c.documents desc, l.word limit 8) s
    where a.spelt and length(a.nl) >= 3),
  modifiers as (
    select s.*, a.word as of from asked a, lateral (
      select l.word, l.nl, l.en, c.documents from lexicon l, lateral (${documentsOf('l.word')}) c
      where l.nl >= a.nl and l.nl < a.nl || ${LAST} and length(l.nl) >= length(a.nl) + 3 and c.documents > 0
        and exists (select from lexicon p where p.nl = any(${remains('substr(l.nl, length(a.nl) + 1)')}))
      order by c.documents desc, l.word limit 8) s
    where a.spelt and length(a.nl) >= 4),
  beginnings as (
    select l.word, l.nl, l.en, c.documents from lexicon l, lateral (${documentsOf('l.word')}) c
    where l.word >= (select input.typing from input) and l.word < (select input.typing || ${LAST} from input) and c.documents > 0
    order by c.documents desc, l.word limit 8)
  select 'asked' as how, word as of, word, nl, en, documents::int, form_documents::int as "formDocuments"
    from (select * from asked order by place) a
  union all select 'known', word, word, nl, en, documents::int, 0 from known
  union all select 'similar', of, word, nl, en, documents::int, 0 from similar_words
  union all select 'head', of, word, nl, en, documents::int, 0 from heads
  union all select 'modifier', of, word, nl, en, documents::int, 0 from modifiers
  union all select 'beginning', '', word, nl, en, documents::int, 0 from beginnings`

/** Sorts after every letter: words that begin as another are those up to that one and this. */
const LAST = sql.raw(`'\uffff'`)

/** In how many questions, of the boards the viewer sees, the word stands. */
const documentsOf = (word: string) => sql`
  select sum(b.documents) as documents from lexicon_boards b, seen
  where b.word = ${sql.raw(word)} and b.board_id = any(seen.boards)`

/** The first part of a compound may carry linking letters: "zonne" is "zon". */
const rests = (part: string) =>
  sql.raw(`array[${part}, ${['s', 'n', 'en', 'e', 'ne'].map((link) => `regexp_replace(${part}, '${link}$', '')`)}]`)

const remains = (part: string) =>
  sql.raw(`array[${part}, ltrim(${part}, 's'), regexp_replace(${part}, '^(en|e|n)', '')]`)
