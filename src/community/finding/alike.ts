import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { WordGroup } from './expansion.ts'
import { type Formula, formsOf, searchesFor, within } from './queries.ts'
import { alike, IN_TITLE, rarity, TIER_MARGIN } from './ranking.ts'
import { highestTiers, readTiers, type Tiers } from './tiers.ts'

/**
 * Keeps with each of these questions the ones that look alike: those that share words of the title, rare ones first.
 * Only of its own board and of public ones; who may see them is asked again when they are shown.
 */
export async function findAlike(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const tiers = await readTiers(db)
  const titles = await readTitles(db, ids)
  await keepAlike(
    db,
    titles.map((title) => askedOf(title, tiers)),
  )
}

interface Title {
  readonly id: string
  /** The rarest first; `documents` is about how many questions hold it. */
  readonly stems: readonly { readonly stem: string; readonly documents: number }[]
}

async function readTitles(db: Db, ids: readonly string[]): Promise<readonly Title[]> {
  const { rows } = await sql<Title>`
    with titles as materialized (
      select f.subject_id, t.stem from findable f left join lateral (
        select t.lexeme as stem from unnest(f.title_document) t
        where length(t.lexeme) > 2 and t.lexeme not like '~%') t on true
      where f.kind = 'question' and f.subject_id = any((select ${ids}::bigint[])::bigint[])),
    counted as materialized (
      select s.stem, coalesce((select sum(b.documents) from lexicon l join lexicon_boards b on b.word = l.word
        where l.nl = s.stem or l.en = s.stem), 1)::int as documents
      from (select distinct stem from titles where stem is not null) s)
    select t.subject_id::text as id, coalesce(json_agg(json_build_object('stem', c.stem, 'documents', c.documents)
      order by c.documents, c.stem) filter (where c.stem is not null), '[]') as stems
    from titles t left join counted c on c.stem = t.stem group by t.subject_id`.execute(db)
  return rows
}

/** The searches for one question, a strict and a loose one, and what each word counts that another title shares. */
interface Asked {
  readonly id: string
  readonly close: string | null
  readonly loose: string | null
  readonly stems: readonly string[]
  readonly weights: readonly number[]
}

function askedOf({ id, stems }: Title, tiers: Tiers): Asked {
  const groups = stems.slice(0, alike.words).map(groupOf)
  const { everything, most, some } = searchesFor(groups, tiers.total)
  const bounded = (formula: Formula): string => {
    const highest = highestTiers(tiers, formula.share * IN_TITLE, alike.candidates * TIER_MARGIN)
    return highest ? within(formula, highest) : formula.text
  }
  return {
    id,
    close: groups.length === 0 ? null : bounded(most ?? everything),
    loose: some && bounded(some),
    stems: groups.map(({ exact }) => formsOf(exact)),
    weights: groups.map(({ weight }) => weight),
  }
}

const groupOf = ({ stem, documents }: Title['stems'][number]): WordGroup => ({
  ...{ word: stem, exact: [[stem]], strong: [], weak: [], meant: null },
  ...{ documents, weight: rarity(documents) },
})

/** One statement for all, planned once: what differs stands in rows of its own, see `askedOf` in rank.ts. */
async function keepAlike(db: Db, asked: readonly Asked[]): Promise<void> {
  await sql`
    with asked as materialized (
      select a.id, a.close, a.loose, a.stems, a.weights, f.board_id
      from jsonb_to_recordset((select ${JSON.stringify(asked)}::jsonb))
          as a (id bigint, close tsquery, loose tsquery, stems tsquery[], weights float8[])
        join findable f on f.kind = 'question' and f.subject_id = a.id
      order by a.id for key share of f)
    insert into findable_similar as known (kind, subject_id, similar_ids)
    select 'question', a.id, nearest.ids from asked a, lateral (${nearest}) nearest
    on conflict (kind, subject_id) do update set similar_ids = excluded.similar_ids
      where known.similar_ids <> excluded.similar_ids`.execute(db)
}

/** At most so many candidates of each search. So few rows are read too, should a word be commoner than was known. */
const candidatesFor = (search: 'close' | 'loose', when: RawBuilder<unknown>) => sql`
  select o.subject_id, o.board_id, o.standing, o.title_document from (
    select o.subject_id, o.board_id, o.standing, o.title_document, o.worth from findable o
    where o.title_document @@ a.${sql.raw(search)} and o.subject_id <> a.id and ${when}
      and (o.board_id = a.board_id or o.board_id in (select id from boards where access = 'everyone'))
    limit ${sql.lit(alike.read)}) o
  order by o.worth desc limit ${sql.lit(alike.candidates)}`

const isNeeded = sql`(select count(*) from close) < ${sql.lit(alike.kept)}
  and o.subject_id not in (select subject_id from close)`

/** The title is made whole once (`strip`), because it is compared with each word. */
const nearest = sql`
  with close as materialized (${candidatesFor('close', sql`true`)}),
  loose as materialized (${candidatesFor('loose', isNeeded)}),
  closest as (
    select c.subject_id, c.standing * (shared.part
      + case when c.board_id = a.board_id then ${sql.lit(alike.sameBoard)}::float8 else 0 end) as closeness
    from (select subject_id, board_id, standing, title_document from close
        union all select subject_id, board_id, standing, title_document from loose) c,
      lateral (select strip(c.title_document) as words offset 0) title, lateral (
      select sum(case when title.words @@ s.stem then s.weight else 0 end) / sum(s.weight) as part
      from unnest(a.stems, a.weights) s (stem, weight) offset 0) shared
    order by closeness desc, c.subject_id desc limit ${sql.lit(alike.kept)})
  select coalesce(array_agg(subject_id order by closeness desc, subject_id desc), '{}') as ids from closest`
