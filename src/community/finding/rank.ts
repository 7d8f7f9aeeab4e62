import { type RawBuilder, sql } from 'kysely'
import { type QuestionState, solvedStates } from '#community/states/states.ts'
import { type Audience, seenBoards, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { readCursor } from './cursor.ts'
import type { WordGroup } from './expansion.ts'
import type { FoundState, Search } from './find.ts'
import { type Formula, formsOf, type Searches, searchesFor, within } from './queries.ts'
import {
  type Candidates,
  candidates,
  candidatesWhileTyping,
  enough,
  IN_TITLE,
  nearness,
  parts,
  placeWeights,
  recency,
  TIER_MARGIN,
} from './ranking.ts'
import { highestTiers, readTiers, type Tiers } from './tiers.ts'

/** Words in groups, and for whom they are looked for. */
export interface Asked {
  readonly audience: Audience
  readonly groups: readonly WordGroup[]
}

export interface Row {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: QuestionState
  readonly language: Language
  readonly board_slug: string
  readonly board_name: string
  readonly board_name_en: string | null
  readonly product_slug: string | null
  readonly product_name: string | null
  readonly created_at: Date
  readonly answer_count: number
  readonly cover: number
  readonly score: number
}

export interface TextRow extends Row {
  readonly beginning: string
  readonly best: string
}

/** A page of the ranking, and one more when there is more. */
export async function rank(db: Db, asked: Asked, search: Search): Promise<readonly TextRow[]> {
  const ranking = rankingOf(asked, candidates, conditionsOf(search), await readTiers(db))
  const place = readCursor(search.cursor)
  const rest = place ? sql`where (s.score, s.subject_id) < (${place.score}::float8, ${place.id}::bigint)` : sql``
  const { rows } = await sql<TextRow>`
    ${ranking}
    select ${shown}, t.beginning, t.best, s.cover, s.score
    from (select * from scored s ${rest} order by s.score desc, s.subject_id desc) s
    ${questionOf(asked)}
    join findable_texts t on t.kind = 'question' and t.subject_id = s.subject_id
    ${topicOf}
    order by s.score desc, s.subject_id desc limit ${unplanned(search.limit + 1)}`.execute(db)
  return rows
}

/** The first few, without the texts that nobody sees while typing. */
export async function rankWhileTyping(db: Db, asked: Asked, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    ${rankingOf(asked, candidatesWhileTyping, [], await readTiers(db))}
    select ${shown}, s.cover, s.score
    from (select * from scored s order by s.score desc, s.subject_id desc) s
    ${questionOf(asked)} ${topicOf}
    order by s.score desc, s.subject_id desc limit ${unplanned(limit)}`.execute(db)
  return rows
}

/** A number that planning does not look at, see `askedOf`. */
const unplanned = (value: number) => sql`(select ${value}::int)`

const shown = sql.raw(`q.id::text as id, q.slug, q.title, q.state, q.language, q.created_at, q.answer_count,
  b.slug as board_slug, b.name as board_name, b.name_en as board_name_en, p.slug as product_slug, p.name as product_name`)

const topicOf = sql.raw('join boards b on b.id = q.board_id left join products p on p.id = q.product_id')

/**
 * Whether it may be seen is asked of the question itself, best first, only until the page is full. `is true` keeps the
 * boards from being joined anew for each of them.
 */
const questionOf = ({ audience }: Asked) => sql`
  cross join lateral (
    select * from questions q where q.id = s.subject_id and (${seenQuestion(audience, 'q')}) is true offset 0) q`

const states: Readonly<Record<FoundState, readonly QuestionState[]>> = {
  solved: solvedStates,
  open: ['answered', 'not-solved', 'escalated', 'new'],
  unanswered: ['new'],
}

function conditionsOf({ board, product, state, age }: Search): RawBuilder<unknown>[] {
  return [
    ...(board ? [sql`f.board_id = (select id from boards where slug = ${board}::text)`] : []),
    ...(product ? [sql`f.product_id = (select id from products where slug = ${product}::text)`] : []),
    ...(state ? [sql`f.state = any(${[...states[state]]}::text[])`] : []),
    ...(age ? [sql`f.created_at > now() - make_interval(days => ${age}::int)`] : []),
  ]
}

/** Common table expressions: from the groups to `scored`, at most 170 questions with their score. */
function rankingOf({ audience, groups }: Asked, most: Candidates, conditions: RawBuilder<unknown>[], tiers: Tiers) {
  const fits = sql.join([sql`f.board_id = any((select seen.boards from seen)::bigint[])`, ...conditions], sql` and `)
  const take = (query: keyof Texts, limit: number, when = sql`true`) => sql`
    ${sql.raw(query)} as materialized (
      select f.subject_id, f.standing, f.created_at from findable f
      where f.${sql.raw(query.includes('titles') ? 'title_document' : 'document')}
        @@ (select asked.${sql.raw(query)} from asked) and ${fits} and ${when}
      order by f.worth desc limit ${sql.lit(limit)})`
  const texts = textsOf(searchesFor(groups, tiers.total), most, tiers, conditions.length > 0)
  // The highest tiers first, and all of them when those were too few.
  const takeAll = (
    query: 'everywhere' | 'titles',
    inTiers: 'newest' | 'newest_titles',
    limit: number,
    when = sql`true`,
  ) =>
    texts[inTiers] === null
      ? [take(query, limit, when)]
      : [take(inTiers, limit, when), take(query, limit, sql`${when} and ${found(inTiers)} < ${sql.lit(limit)}`)]
  const full = texts.newest === null ? found('everywhere') : found('newest', 'everywhere')
  const stages = [
    ...takeAll('everywhere', 'newest', most.everywhere),
    ...takeAll('titles', 'newest_titles', most.inTitle, sql`${full} >= ${sql.lit(most.everywhere)}`),
    take('nearly_all', most.most, sql`${full} < ${sql.lit(enough.full)}`),
    take('any_pair', most.some, sql`${full} + ${found('nearly_all')} < ${sql.lit(enough.most)}`),
  ]
  const names = Object.entries(texts).flatMap(([name, text]) =>
    text === null && name.startsWith('newest') ? [] : [sql`select * from ${sql.raw(name)}`],
  )
  return sql`
    with ${askedOf(texts)}, seen as materialized (select array(${seenBoards(audience)}) as boards),
    groups as materialized (${rowsOf(groups)}), ${sql.join(stages)},
    taken as (${sql.join(names, sql` union `)}),
    ${scoring(most.near)}`
}

const found = (...stages: (keyof Texts)[]) =>
  sql`(${sql.join(
    stages.map((name) => sql`(select count(*) from ${sql.raw(name)})`),
    sql` + `,
  )})`

/** What each search looks for; null where it is not made. */
interface Texts {
  readonly everywhere: string
  readonly titles: string
  readonly newest: string | null
  readonly newest_titles: string | null
  readonly nearly_all: string | null
  readonly any_pair: string | null
}

function textsOf(searches: Searches, most: Candidates, tiers: Tiers, isFiltered: boolean): Texts {
  const { everything } = searches
  const highest = (formula: Formula, limit: number, share = formula.share): string | null => {
    const among = highestTiers(tiers, share, limit * TIER_MARGIN)
    return among && within(formula, among)
  }
  // Looser searches that many questions fit look no further than the highest tiers: they only fill up.
  const loose = (formula: Formula | null, limit: number): string | null =>
    formula && ((isFiltered ? null : highest(formula, limit)) ?? formula.text)
  return {
    everywhere: everything.text,
    titles: everything.text,
    newest: highest(everything, most.everywhere),
    newest_titles: highest(everything, most.inTitle, everything.share * IN_TITLE),
    nearly_all: loose(searches.most, most.most),
    any_pair: loose(searches.some, most.some),
  }
}

/**
 * The texts as a row of their own: a plan that knew them would hardly be better, and PostgreSQL would make it anew for
 * each search, which takes longer than searching.
 */
const askedOf = (texts: Texts) =>
  sql`asked as materialized (select ${sql.join(
    Object.entries(texts).map(([name, text]) => sql`${text}::tsquery as ${sql.raw(name)}`),
  )})`

const rowsOf = (groups: readonly WordGroup[]) => sql`
  select exact::tsquery, strong::tsquery, weak::tsquery, exact_count, strong_count, weak_count, weight,
    title::tsquery as title
  from unnest(${groups.map((group) => formsOf(group.exact) || "'∅'")}::text[],
    ${groups.map((group) => formsOf(group.strong) || null)}::text[],
    ${groups.map((group) => formsOf(group.weak) || null)}::text[],
    ${groups.map((group) => formsOf([...group.exact, ...group.strong, ...group.weak], 'A'))}::text[],
    ${groups.map((group) => group.exact.length)}::int[], ${groups.map((group) => group.strong.flat().length)}::int[],
    ${groups.map((group) => group.weak.flat().length)}::int[], ${groups.map((group) => group.weight)}::float8[])
    g (exact, strong, weak, title, exact_count, strong_count, weak_count, weight)`

const number = (value: number) => sql.raw(`${value}::float8`)
const weights = sql.raw(`'{${placeWeights.join(', ')}}'::real[]`)

/** What the parts of the score mean stands in docs/finding.md. */
const scoring = (near: number) => sql`
  fitting as (
    select t.subject_id, t.places, w.cover, w.fit as match,
      taken.standing * (1 + ${number(recency.most)}
        * power(0.5, (current_date - taken.created_at::date) / ${number(recency.halfLifeDays)})) as factor,
      ${number(parts.fit)} * w.fit + ${number(parts.cover)} * w.cover
        + ${number(parts.fill)} * w.in_title / greatest(t.title_words, 3) as fit
    from taken join findable_texts t on t.kind = 'question' and t.subject_id = taken.subject_id, lateral (
      select sum(g.weight * m.match) / sum(g.weight) as fit,
        sum(case when m.match > 0 then g.weight else 0 end) / sum(g.weight) as cover,
        count(*) filter (where t.places @@ g.title) as in_title
      from groups g, lateral (
        select greatest(${matchOf('exact', 1)}, ${matchOf('strong', nearness.strong)}, ${matchOf('weak', nearness.weak)},
          0) as match offset 0) m) w),
  placed as (
    select *, row_number() over (order by fit * factor desc, subject_id desc) as place from fitting),
  scored as (
    select subject_id, cover, round((factor * (fit + ${number(parts.near)}
      * case when cover < 0.999 then 0 when (select count(*) from groups) = 1 then match
          when place <= ${sql.lit(near)} then least(1, ts_rank_cd(${weights}, places, (select asked.everywhere from asked)))
          else 0 end))::numeric, 6)::float8 as score
    from placed)`

/** 1 for a word that stands once in the title. ts_rank divides by the number of stems that might have matched. */
const matchOf = (forms: 'exact' | 'strong' | 'weak', counts: number) => sql`
  ${number(counts)} * least(1, 1.645::float8 * ${sql.raw(`g.${forms}_count`)}
    * coalesce(ts_rank(${weights}, t.places, ${sql.raw(`g.${forms}`)}), 0))`
