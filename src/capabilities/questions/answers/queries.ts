import { type RawBuilder, sql } from 'kysely'
import { type Recordable, type Recorded, recording, touchRecorded } from '#community/activity/record.ts'
import { deletingDraft } from '#community/drafts/queries.ts'
import { following } from '#community/follows/follows.ts'
import type { Viewer } from '#community/members/actor.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface NewAnswer {
  readonly questionId: string
  readonly authorId: string
  readonly body: string
  readonly html: string
  /** Of the question, now that it has this answer. */
  readonly state: string
  /** Where its words may still stand as a draft. */
  readonly draftPlace?: string | null
}

/** The id of the answer that `insertAnswer` is making, in what is recorded with it. */
export const newAnswerId: RawBuilder<string> = sql`(select id from given)`

/**
 * The answer, and all that changes with it: the question moves up, its author follows it and has one answer more, the
 * draft has done its work, and what happened is recorded. One statement, because answers come in great numbers.
 */
export async function insertAnswer(db: Db, answer: NewAnswer, happenings: readonly Recordable[]): Promise<string> {
  const { questionId, authorId, draftPlace } = answer
  const dropped = draftPlace ? sql`, dropped as (${deletingDraft({ memberId: authorId }, draftPlace)})` : sql``
  const { rows } = await sql<Recorded & { answerId: string }>`
    with given as (
      insert into answers (question_id, author_id, body, html)
      values (${questionId}::bigint, ${authorId}::bigint, ${answer.body}, ${answer.html}) returning id),
    counted as (${countingAnswer(questionId, authorId, answer.state)}),
    credited as (${addingToAnswerCount(authorId, 1)}),
    followed as (${following(authorId, questionId, 'answered')}),
    recorded as (${recording(happenings)})${dropped}
    select given.id::text as "answerId", recorded.* from given, recorded`.execute(db)
  touchRecorded(db, rows)
  return rows[0]?.answerId as string
}

/** The question moves up with its new answer; who answered first, and when, stays known. */
function countingAnswer(questionId: string, authorId: string, state: string): RawBuilder<unknown> {
  return sql`
    update questions set answer_count = answer_count + 1, state = ${state}, moved_up_at = now(), last_answer_at = now(),
      last_answer_by_id = ${authorId}::bigint, first_answer_at = coalesce(first_answer_at,
        case when author_id = ${authorId}::bigint then null else now() end)
    where id = ${questionId}::bigint`
}

export async function updateAnswerText(db: Db, id: string, text: { body: string; html: string }): Promise<void> {
  await db
    .updateTable('answers')
    .set({ ...text, edited_at: sql`now()`, edit_count: sql`edit_count + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteAnswerText(db: Db, id: string, byMemberId: string): Promise<void> {
  await db
    .updateTable('answers')
    .set({ deleted_at: sql`now()`, deleted_by_id: byMemberId })
    .where('id', '=', id)
    .execute()
}

export async function addToAnswerCount(db: Db, memberId: string, by: 1 | -1): Promise<void> {
  await addingToAnswerCount(memberId, by).execute(db)
}

const addingToAnswerCount = (memberId: string, by: 1 | -1): RawBuilder<unknown> =>
  sql`update members set answer_count = greatest(0, answer_count + ${by}::int) where id = ${memberId}::bigint`

export interface AnswerText {
  readonly body: string
  readonly authorId: string
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
}

/** The source of an answer of a question that the viewer sees, to change it. */
export async function findAnswerText(
  db: Db,
  viewer: Viewer,
  questionId: string,
  answerId: string,
): Promise<AnswerText | null> {
  const row = await db
    .selectFrom('answers')
    .innerJoin('questions', 'questions.id', 'answers.question_id')
    .select(['answers.body', 'answers.author_id as authorId'])
    .select(['answers.hidden_at as hiddenAt', 'answers.deleted_at as deletedAt'])
    .where('answers.id', '=', answerId)
    .where('answers.question_id', '=', questionId)
    .where(seenQuestion(viewer))
    .executeTakeFirst()
  return row ?? null
}
