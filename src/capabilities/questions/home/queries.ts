import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface WeekFigures {
  /** Questions asked in the last seven days that have an answer by somebody else. */
  readonly answered: number
  /** Half of the first answers came within this many seconds. */
  readonly medianSeconds: number | null
  /** Solved questions whose outcome came in the last seven days. */
  readonly solved: number
  /** Of those, the share whose best answer is by somebody who is not staff, 0–1. */
  readonly solvedByMembers: number | null
}

/** Real figures over the last seven days, of questions that everybody may see. */
export async function weekFigures(db: Db): Promise<WeekFigures> {
  const { rows } = await sql<WeekFigures>`
    with open as (select id from boards where access = 'everyone'),
    first as (
      select extract(epoch from first_answer_at - created_at) as seconds from questions
      where created_at > now() - interval '7 days' and first_answer_at is not null
        and hidden_at is null and deleted_at is null and board_id in (select id from open)),
    ended as (
      select m.staff_title is null as by_member from questions q
      join answers a on a.id = q.best_answer_id join members m on m.id = a.author_id
      where q.solved_at > now() - interval '7 days' and q.hidden_at is null and q.deleted_at is null
        and q.board_id in (select id from open))
    select (select count(*) from first)::int as answered,
      (select percentile_cont(0.5) within group (order by seconds) from first)::float8 as "medianSeconds",
      (select count(*) from ended)::int as solved,
      (select avg(case when by_member then 1 else 0 end) from ended)::float8 as "solvedByMembers"`.execute(db)
  return rows[0] as WeekFigures
}
