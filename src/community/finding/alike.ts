import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

const MOST_ALIKE = 6

/**
 * Keeps with each of these questions the ones that look alike: those that share words of the title, rare ones first.
 * Only of its own board and of public ones; who may see them is asked again when they are shown.
 */
export async function findAlike(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with asked as materialized (
      select f.subject_id, f.board_id, array(
          select t.lexeme from unnest(f.title_document) t
          left join lateral (
            select sum(b.documents) as documents from lexicon l join lexicon_boards b on b.word = l.word
            where l.nl = t.lexeme or l.word = t.lexeme) n on true
          where length(t.lexeme) > 2 and t.lexeme not like '~%'
          order by coalesce(n.documents, 1), t.lexeme limit 5) as stems
      from findable f where f.kind = 'question' and f.subject_id = any(${ids}::bigint[]))
    update findable f set similar_ids = alike.ids
    from asked a, lateral (
      select string_agg(quote_literal(stem), ' | ')::tsquery as query from unnest(a.stems) stem) any_stem, lateral (
      select coalesce(array_agg(c.subject_id order by c.closeness desc, c.subject_id desc), '{}') as ids from (
        select s.subject_id, s.standing * (ts_rank('{1, 1, 1, 1}', s.title_document, any_stem.query)
          + case when s.board_id = a.board_id then 0.1 else 0 end) as closeness
        from (
          select o.subject_id, o.board_id, o.title_document, o.standing from findable o
          where o.title_document @@ any_stem.query and o.subject_id <> a.subject_id
            and (o.board_id = a.board_id or o.board_id in (select id from boards where access = 'everyone'))
          order by o.worth desc limit 60) s
        order by closeness desc limit ${MOST_ALIKE}::int) c) alike
    where f.kind = 'question' and f.subject_id = a.subject_id`.execute(db)
}
