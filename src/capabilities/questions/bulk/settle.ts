import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { type Mark, solvedAtFor, stateFor } from '../marks/rules.ts'

/**
 * Brings states, best answers and counts of many questions in line with their rows: what `settleQuestion` does for one,
 * and the counts and times that live deeds keep along the way. Call it in the transaction that wrote the rows.
 */
export async function settleQuestions(
  db: Db,
  questionIds: readonly string[],
  communityConfirmations: number,
): Promise<void> {
  const ids = [...new Set(questionIds)].sort(byNumber)
  if (ids.length === 0) return
  await sql`select from questions where id = any(${ids}::bigint[]) order by id for update`.execute(db)
  await settleAnswers(db, ids)
  await settleTimesAndBest(db, ids)
  await settleStates(db, ids, communityConfirmations)
}

const byNumber = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1)
const shown = sql`hidden_at is null and deleted_at is null`

async function settleAnswers(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    with kept as (select id from answers where question_id = any(${ids}::bigint[])),
    made as (
      select answer_id, min(made_at) filter (where kind = 'confirmed') as confirmed_at,
        max(made_at) filter (where kind = 'verified') as verified_at,
        max(made_at) filter (where kind = 'outdated') as outdated_at,
        count(*) filter (where kind = 'worked')::int as worked
      from marks where answer_id in (select id from kept) and withdrawn_at is null group by answer_id),
    said as (select answer_id, count(*)::int as comments from comments
      where answer_id in (select id from kept) and ${shown} group by answer_id)
    update answers a set confirmed_at = made.confirmed_at, verified_at = made.verified_at, outdated_at = made.outdated_at,
      worked_count = coalesce(made.worked, 0), comment_count = coalesce(said.comments, 0)
    from kept left join made on made.answer_id = kept.id left join said on said.answer_id = kept.id
    where a.id = kept.id and (a.confirmed_at, a.verified_at, a.outdated_at, a.worked_count, a.comment_count)
      is distinct from (made.confirmed_at, made.verified_at, made.outdated_at, coalesce(made.worked, 0),
        coalesce(said.comments, 0))`.execute(db)
}

async function settleTimesAndBest(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update questions q set
      answer_count = n.answers, comment_count = n.comments,
      first_answer_at = least(q.first_answer_at, n.first_at), last_answer_at = greatest(q.last_answer_at, n.last_at),
      last_answer_by_id = case when n.last_at >= coalesce(q.last_answer_at, n.last_at) then n.last_by_id
        else q.last_answer_by_id end,
      moved_up_at = greatest(q.moved_up_at, n.last_at, n.reopened_at),
      best_answer_id = case when n.keeps_best then q.best_answer_id else n.best_id end
    from (
      select o.id,
        (select count(*)::int from answers where question_id = o.id and ${shown}) as answers,
        (select count(*)::int from comments where question_id = o.id and ${shown}) as comments,
        (select min(created_at) from answers where question_id = o.id and author_id <> o.author_id) as first_at,
        (select max(created_at) from answers where question_id = o.id) as last_at,
        (select author_id from answers where question_id = o.id order by created_at desc, id desc limit 1) as last_by_id,
        (select max(made_at) from marks where question_id = o.id and kind = 'not-solved' and withdrawn_at is null)
          as reopened_at,
        exists (select from answers where id = o.best_answer_id and confirmed_at is not null and ${shown}) as keeps_best,
        (select id from answers where question_id = o.id and ${shown} and outdated_at is null
            and (confirmed_at is not null or verified_at is not null or worked_count > 0)
          order by confirmed_at is null, verified_at is null, worked_count desc, id limit 1) as best_id
      from questions o where o.id = any(${ids}::bigint[])) n
    where q.id = n.id`.execute(db)
}

async function settleStates(db: Db, ids: readonly string[], communityConfirmations: number): Promise<void> {
  const { rows } = await sql<{
    id: string
    answers: number
    marks: { kind: Mark['kind']; answerId: string | null; madeAt: string }[]
  }>`
    select q.id, q.answer_count as answers, coalesce((
      select json_agg(json_build_object('kind', m.kind, 'answerId', m.answer_id::text, 'madeAt', m.made_at))
      from marks m left join answers a on a.id = m.answer_id
      where m.question_id = q.id and m.withdrawn_at is null and a.hidden_at is null and a.deleted_at is null), '[]') as marks
    from questions q where q.id = any(${ids}::bigint[])`.execute(db)
  const settled = rows.map(({ id, answers, marks: raw }) => {
    const marks = raw.map((mark) => ({ ...mark, madeAt: new Date(mark.madeAt) }))
    const state = stateFor(marks, answers, communityConfirmations)
    return { id, state, solvedAt: solvedAtFor(marks, state) }
  })
  await sql`
    update questions q set state = n.state, solved_at = n.solved_at
    from unnest(${settled.map((one) => one.id)}::bigint[], ${settled.map((one) => one.state)}::text[],
      ${settled.map((one) => one.solvedAt)}::timestamptz[]) n (id, state, solved_at)
    where q.id = n.id and (q.state, q.solved_at) is distinct from (n.state, n.solved_at)`.execute(db)
}
