import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenBoards, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { expand, type WordGroup } from './expansion.ts'
import { consultLexicon } from './lexicon.ts'
import { formsOf, type Searches, searchesFor, tellingGroups } from './queries.ts'
import { candidates, enough, nearness, parts, placeWeights, recency } from './ranking.ts'
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

export interface Hit {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly markedTitle: readonly Piece[]
  readonly snippet: readonly Piece[]
  readonly state: string
  readonly board: { readonly slug: string; readonly name: string; readonly nameEn: string | null }
  readonly product: { readonly slug: string; readonly name: string } | null
  readonly createdAt: Date
  readonly answerCount: number
  /** Whether every word that says something was found in it. */
  readonly hasAllWords: boolean
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
  return find(db, viewer, search, false)
}

/** The few that fit best while somebody is still typing: the last word may be unfinished. */
export async function suggestQuestions(
  db: Db,
  viewer: Viewer,
  words: string,
  { limit }: { limit: number },
): Promise<readonly Hit[]> {
  return (await find(db, viewer, { words, limit }, true)).hits
}

async function find(db: Db, viewer: Viewer, search: Search, isTyping: boolean): Promise<Found> {
  const words = askedWords(search.words)
  const typing = isTyping && /[\p{L}\p{N}]$/u.test(search.words) ? typedBeginning(words) : null
  if (words.length === 0) return nothing
  const groups = tellingGroups(expand(await consultLexicon(db, viewer, words, typing), typing))
  if (groups.length === 0) return nothing
  const { rows } = await rank(viewer, search, groups, searchesFor(groups)).execute(db)
  const isAsked = markerFor(groups.flatMap((group) => [...group.exact, ...group.strong, ...group.weak].flat()))
  const hits = rows.slice(0, search.limit).map((row) => hitOf(row, isAsked))
  const last = rows.length > search.limit ? rows[search.limit - 1] : undefined
  return { hits, nextCursor: last ? writeCursor(last) : null, meant: meantBy(search.words, groups, rows) }
}

function typedBeginning(words: readonly string[]): string | null {
  const last = words.at(-1) ?? ''
  return last.length >= 2 ? last : null
}

interface Row {
  id: string
  slug: string
  title: string
  beginning: string
  best: string
  state: string
  board_slug: string
  board_name: string
  board_name_en: string | null
  product_slug: string | null
  product_name: string | null
  created_at: Date
  answer_count: number
  cover: number
  score: number
}

function hitOf(row: Row, isAsked: Marker): Hit {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    markedTitle: marked(row.title, isAsked),
    snippet: bestSnippet([row.beginning, row.best], isAsked),
    state: row.state,
    board: { slug: row.board_slug, name: row.board_name, nameEn: row.board_name_en },
    product: row.product_slug ? { slug: row.product_slug, name: row.product_name ?? '' } : null,
    createdAt: row.created_at,
    answerCount: row.answer_count,
    hasAllWords: row.cover > 0.999,
  }
}

/** Only words that stand in a question the viewer sees are ever shown. */
function meantBy(asked: string, groups: readonly WordGroup[], rows: readonly Row[]): string | null {
  const seen = plain(rows.map((row) => `${row.title} ${row.beginning} ${row.best}`).join(' '))
  const slips = new Map(
    groups.flatMap((group) => (group.meant && seen.includes(group.meant) ? [[group.word, group.meant]] : [])),
  )
  if (slips.size === 0) return null
  return asked.replace(/[\p{L}\p{N}]+/gu, (word) => slips.get(plain(word)) ?? word)
}

const solved = ['confirmed', 'brand-verified', 'community-confirmed']
const answeredButOpen = ['answered', 'not-solved', 'escalated', 'new']

const statesOf = (state: FoundState | null | undefined): readonly string[] | null =>
  state === 'solved' ? solved : state === 'open' ? answeredButOpen : state === 'unanswered' ? ['new'] : null

function rank(viewer: Viewer, search: Search, groups: readonly WordGroup[], searches: Searches) {
  const cursor = readCursor(search.cursor)
  const states = statesOf(search.state)
  const fits = sql`f.board_id = any(array(${seenBoards(viewer)}))
    and (${search.board ?? null}::text is null or f.board_id = (select id from boards where slug = ${search.board ?? null}::text))
    and (${search.product ?? null}::text is null
      or f.product_id = (select id from products where slug = ${search.product ?? null}::text))
    and (${states}::text[] is null or f.state = any(${states}::text[]))
    and (${search.age ?? null}::int is null or f.created_at > now() - make_interval(days => ${search.age ?? null}::int))`
  return sql<Row>`
    with groups as materialized (
      select exact::tsquery, strong::tsquery, weak::tsquery, exact_count, strong_count, weak_count, weight,
        (exact || case when strong is null then '' else ' | ' || strong end
          || case when weak is null then '' else ' | ' || weak end)::tsquery as any_form
      from unnest(${groups.map((group) => formsOf(group.exact) || "'∅'")}::text[],
        ${groups.map((group) => formsOf(group.strong) || null)}::text[],
        ${groups.map((group) => formsOf(group.weak) || null)}::text[],
        ${groups.map((group) => group.exact.length)}::int[], ${groups.map((group) => group.strong.flat().length)}::int[],
        ${groups.map((group) => group.weak.flat().length)}::int[], ${groups.map((group) => group.weight)}::float8[])
        g (exact, strong, weak, exact_count, strong_count, weak_count, weight)),
    full_title as materialized (
      select f.subject_id from findable f where f.title_document @@ ${searches.everything}::tsquery and ${fits}
      order by f.worth desc limit ${candidates.inTitle}::int),
    full_text as materialized (
      select f.subject_id from findable f where f.document @@ ${searches.everything}::tsquery and ${fits}
      order by f.worth desc limit ${candidates.everywhere}::int),
    nearly_all as materialized (
      select f.subject_id from findable f where f.document @@ ${searches.most}::tsquery and ${fits}
        and (select count(*) from full_text) < ${enough.full}::int
      order by f.worth desc limit ${candidates.most}::int),
    any_pair as materialized (
      select f.subject_id from findable f where f.document @@ ${searches.some}::tsquery and ${fits}
        and (select count(*) from full_text) + (select count(*) from nearly_all) < ${enough.most}::int
      order by f.worth desc limit ${candidates.some}::int),
    taken as materialized (
      select subject_id from full_title union select subject_id from full_text
      union select subject_id from nearly_all union select subject_id from any_pair),
    texts as materialized (
      select f.subject_id, f.document || ''::tsvector as document, f.title_document, f.standing
      from taken join findable f on f.kind = 'question' and f.subject_id = taken.subject_id),
    scored as materialized (
      select t.subject_id, t.standing, w.cover,
        ${parts.fit}::float8 * w.fit + ${parts.cover}::float8 * w.cover
        + ${parts.fill}::float8 * w.in_title / greatest(length(t.title_document), 3)
        + ${parts.near}::float8 * least(1, ts_rank_cd(${placeWeights}::real[], t.document, ${searches.everything}::tsquery)) as fit
      from texts t, lateral (
        select sum(g.weight * m.match) / sum(g.weight) as fit,
          sum(case when m.match > 0 then g.weight else 0 end) / sum(g.weight) as cover,
          count(*) filter (where t.title_document @@ g.any_form) as in_title
        from groups g, lateral (
          select greatest(${matchOf('exact', 1)}, ${matchOf('strong', nearness.strong)}, ${matchOf('weak', nearness.weak)},
            0) as match) m) w),
    ranked as (
      select q.id, s.cover, round((s.fit * s.standing
        * (1 + ${recency.most}::float8 * power(0.5, (current_date - q.created_at::date) / ${recency.halfLifeDays}::float8)))::numeric, 6)::float8 as score
      from scored s join questions q on q.id = s.subject_id and ${seenQuestion(viewer, 'q')}),
    page as (
      select * from ranked r
      where ${cursor?.score ?? null}::float8 is null
        or (r.score, r.id) < (${cursor?.score ?? null}::float8, ${cursor?.id ?? null}::bigint)
      order by r.score desc, r.id desc limit ${search.limit + 1}::int)
    select q.id::text as id, q.slug, q.title, f.beginning, f.best, q.state, b.slug as board_slug, b.name as board_name,
      b.name_en as board_name_en, p.slug as product_slug, p.name as product_name, q.created_at, q.answer_count,
      page.cover::float8 as cover, page.score
    from page join questions q on q.id = page.id
    join findable f on f.kind = 'question' and f.subject_id = q.id
    join boards b on b.id = q.board_id left join products p on p.id = q.product_id
    order by page.score desc, q.id desc`
}

/** 1 for a word that stands once in the title. ts_rank divides by the number of stems that might have matched. */
const matchOf = (forms: 'exact' | 'strong' | 'weak', counts: number) => sql`
  ${counts}::float8 * least(1, 1.645::float8 * ${sql.raw(`g.${forms}_count`)}
    * coalesce(ts_rank(${placeWeights}::real[], t.document, ${sql.raw(`g.${forms}`)}), 0))`
