import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Kept counts that differ from what the rows say, each as a line; none when all is well. */
export async function listWrongCounts(db: Db): Promise<string[]> {
  const shown = sql`hidden_at is null and deleted_at is null`
  const began = (kind: string, which: RawBuilder<unknown>) =>
    sql`coalesce((select sum(starting_count)::int from imported_things where kind = ${sql.lit(kind)} and thing_id ${which}), 0)`
  const withMerged = sql`in (select id from questions o where o.id = q.id or o.merged_into_id = q.id)`
  const { rows } = await sql<{ line: string }>`
    with counts (what, id, kept, counted) as (
      select 'question.answers', q.id, q.answer_count,
        (select count(*) from answers where question_id = q.id and ${shown}) from questions q
      union all select 'question.comments', q.id, q.comment_count,
        (select count(*) from comments where question_id = q.id and ${shown}) from questions q
      union all select 'question.same', q.id, q.same_count,
        ${began('question', withMerged)} + (select count(*) from same_problems where question_id = q.id) from questions q
      union all select 'answer.thanks', a.id, a.thanks_count,
        ${began('answer', sql`= a.id`)} + (select count(*) from thanks where subject_kind = 'answer' and subject_id = a.id) from answers a
      union all select 'answer.worked', a.id, a.worked_count,
        (select count(*) from marks where answer_id = a.id and kind = 'worked' and withdrawn_at is null) from answers a
      union all select 'answer.comments', a.id, a.comment_count,
        (select count(*) from comments where answer_id = a.id and ${shown}) from answers a
      union all select 'tag.questions', t.id, t.question_count,
        (select count(*) from question_tags where tag_id = t.id) from tags t
      union all select 'member.questions', m.id, m.question_count,
        (select count(*) from questions where author_id = m.id and deleted_at is null) from members m
      union all select 'member.answers', m.id, m.answer_count,
        (select count(*) from answers where author_id = m.id and deleted_at is null) from members m
      union all select 'member.confirmed', m.id, m.confirmed_count,
        (select count(*) from marks k join answers a on a.id = k.answer_id
          where a.author_id = m.id and k.kind = 'confirmed' and k.withdrawn_at is null) from members m
      union all select 'member.thanks', m.id, m.thanks_count,
        (select coalesce(sum(thanks_count), 0) from answers where author_id = m.id) from members m
      union all select 'member.notices', m.id, m.unread_notice_count,
        (select count(*) from notices where member_id = m.id and read_at is null) from members m)
    select format('%s %s keeps %s, counted %s', what, id, kept, counted) as line
    from counts where kept <> counted order by what, id limit 200`.execute(db)
  return rows.map((row) => row.line)
}
