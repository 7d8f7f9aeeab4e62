import { sql } from 'kysely'
import { excerpt } from '#community/text/render.ts'
import type { Db } from '#platform/db/database.ts'

export interface DueReminder {
  readonly questionId: string
  readonly askerId: string
  readonly title: string
  readonly nth: 1 | 2
  readonly email: string
  readonly name: string
  readonly language: string | null
}

/** After how many days the asker is asked whether it is solved: twice, never more. */
export const REMINDER_DAYS = [2, 7] as const

/**
 * Questions with an answer and no outcome whose asker is due a reminder. The window of three days after each moment keeps an
 * installation that was off for weeks from mailing about everything at once.
 */
export async function listDueReminders(db: Db, limit: number): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    select q.id::text as "questionId", m.id::text as "askerId", q.title, n.nth, u.email::text as email, m.name, m.language
    from questions q
    join members m on m.id = q.author_id and m.blocked_at is null
    join auth_users u on u.id = m.account_id
    join lateral (values (1, ${REMINDER_DAYS[0]}::int), (2, ${REMINDER_DAYS[1]}::int)) n (nth, days)
      on q.first_answer_at between now() - make_interval(days => n.days + 3) and now() - make_interval(days => n.days)
    where q.state = 'answered' and q.hidden_at is null and q.deleted_at is null and q.merged_into_id is null
      and not exists (select 1 from notice_preferences p where p.member_id = m.id and p.kind = 'reminder' and p.mail = 'off')
      and not exists (select 1 from outcome_reminders r where r.question_id = q.id and r.nth >= n.nth)
    order by q.first_answer_at limit ${limit}`.execute(db)
  return rows
}

/** Claims a reminder; answers false when it was sent before, whoever else is busy with the same list. */
export async function insertReminder(db: Db, questionId: string, nth: number): Promise<boolean> {
  const { rows } =
    await sql`insert into outcome_reminders (question_id, nth) values (${questionId}::bigint, ${nth}::int)
    on conflict do nothing returning question_id`.execute(db)
  return rows.length === 1
}

/** The answer that most likely solved it, to ask about by name. */
export async function findTopAnswer(
  db: Db,
  questionId: string,
): Promise<{ id: string; authorName: string; excerpt: string } | null> {
  const row = await db
    .selectFrom('answers')
    .innerJoin('members', 'members.id', 'answers.author_id')
    .innerJoin('questions', 'questions.id', 'answers.question_id')
    .select(['answers.id', 'members.name as authorName', 'answers.body'])
    .where('answers.question_id', '=', questionId)
    .where('answers.hidden_at', 'is', null)
    .where('answers.deleted_at', 'is', null)
    .whereRef('answers.author_id', '<>', 'questions.author_id')
    .orderBy('answers.usefulness', 'desc')
    .orderBy('answers.id')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, authorName: row.authorName, excerpt: excerpt(row.body, 280) } : null
}
