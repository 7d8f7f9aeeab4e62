import { sql } from 'kysely'
import { seenPost } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import { type Mark, type MarkKind, solvedAtFor, stateFor } from './rules.ts'

export interface NewMark {
  kind: MarkKind
  questionId: string
  answerId?: string | null
  memberId: string
  productId?: string | null
  versionId?: string | null
  note?: string | null
}

/** Makes a mark once per member; answers whether it is new. */
export async function insertMark(db: Db, mark: NewMark): Promise<boolean> {
  const result = await db
    .insertInto('marks')
    .values({
      kind: mark.kind,
      question_id: mark.questionId,
      answer_id: mark.answerId ?? null,
      member_id: mark.memberId,
      product_id: mark.productId ?? null,
      version_id: mark.versionId ?? null,
      note: mark.note ?? null,
      // Later than any mark before it, also within one transaction, by the one clock that all marks share.
      made_at: sql`clock_timestamp()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface MarksToWithdraw {
  kind: MarkKind
  questionId: string
  answerId?: string | null
  /** Only this member's; left out: everybody's. */
  memberId?: string
}

/** Takes marks back; the rows stay as history. Answers how many there were. */
export async function withdrawMarks(db: Db, which: MarksToWithdraw, byMemberId: string): Promise<number> {
  let update = db
    .updateTable('marks')
    .set({ withdrawn_at: sql`now()`, withdrawn_by_id: byMemberId })
    .where('question_id', '=', which.questionId)
    .where('kind', '=', which.kind)
    .where('withdrawn_at', 'is', null)
  if (which.answerId !== undefined) update = update.where('answer_id', 'is not distinct from', which.answerId)
  if (which.memberId !== undefined) update = update.where('member_id', '=', which.memberId)
  const result = await update.executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Marks that stand, on answers that are shown. */
export async function listStandingMarks(db: Db, questionId: string): Promise<Mark[]> {
  return db
    .selectFrom('marks')
    .leftJoin('answers', 'answers.id', 'marks.answer_id')
    .select(['marks.answer_id as answerId', 'marks.made_at as madeAt'])
    .select(sql<MarkKind>`marks.kind`.as('kind'))
    .where('marks.question_id', '=', questionId)
    .where('marks.withdrawn_at', 'is', null)
    .where(seenPost('answers'))
    .execute()
}

/**
 * Brings the kept state, best answer and counts of a locked question in line with its marks and answers. Call it in
 * the deed that changed one of them.
 */
export async function settleQuestion(db: Db, questionId: string, communityConfirmations: number): Promise<void> {
  const marks = await listStandingMarks(db, questionId)
  await settleAnswers(db, questionId)
  const { answers } = await db
    .selectFrom('answers')
    .select((eb) => eb.fn.countAll<string>().as('answers'))
    .where('question_id', '=', questionId)
    .where(seenPost('answers'))
    .executeTakeFirstOrThrow()
  const state = stateFor(marks, Number(answers), communityConfirmations)
  await db
    .updateTable('questions')
    .set({ state, answer_count: Number(answers), solved_at: solvedAtFor(marks, state) })
    .set({ best_answer_id: sql`case when ${stillBest} then best_answer_id else ${nextBest(questionId)} end` })
    .set({ last_answer_at: lastShown('created_at'), last_answer_by_id: lastShown('author_id') })
    .where('id', '=', questionId)
    .execute()
}

/** What an answer's own row keeps of its marks: it orders the answers and colours them. */
async function settleAnswers(db: Db, questionId: string): Promise<void> {
  await sql`
    update answers a set
      confirmed_at = m.confirmed_at, verified_at = m.verified_at, outdated_at = m.outdated_at, worked_count = m.worked
    from (
      select answers.id,
        min(marks.made_at) filter (where marks.kind = 'confirmed') as confirmed_at,
        max(marks.made_at) filter (where marks.kind = 'verified') as verified_at,
        max(marks.made_at) filter (where marks.kind = 'outdated') as outdated_at,
        count(*) filter (where marks.kind = 'worked')::int as worked
      from answers left join marks on marks.answer_id = answers.id and marks.withdrawn_at is null
      where answers.question_id = ${questionId}::bigint
      group by answers.id) m
    where a.id = m.id and (a.confirmed_at, a.verified_at, a.outdated_at, a.worked_count)
      is distinct from (m.confirmed_at, m.verified_at, m.outdated_at, m.worked)`.execute(db)
}

/** The asker's choice of best stays for as long as that answer is shown and confirmed. */
const stillBest = sql`exists (select 1 from answers where answers.id = best_answer_id
  and answers.question_id = questions.id and confirmed_at is not null and hidden_at is null and deleted_at is null)`

/** Otherwise the answer with the strongest mark is best: confirmed, verified, or "worked for me" most often. */
const nextBest = (questionId: string) => sql`(select id from answers
  where question_id = ${questionId}::bigint and hidden_at is null and deleted_at is null and outdated_at is null
    and (confirmed_at is not null or verified_at is not null or worked_count > 0)
  order by confirmed_at is null, verified_at is null, worked_count desc, id limit 1)`

/** Of the last answer that is shown: a list must not name who gave one that was taken away. */
const lastShown = <Column extends 'created_at' | 'author_id'>(column: Column) => sql<
  Column extends 'created_at' ? Date | null : string | null
>`(select ${sql.ref(`answers.${column}`)} from answers
  where answers.question_id = questions.id and ${seenPost('answers')}
  order by answers.created_at desc, answers.id desc limit 1)`
