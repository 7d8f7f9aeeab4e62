import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { type Answers, readAnswers } from './answers.ts'

export interface KeptAssessment {
  readonly id: string
  readonly title: string
  readonly expiresAt: Date
}

export interface Respondent {
  readonly id: string
  readonly name: string
  readonly answers: Answers
  readonly answeredAt: Date
}

export async function findKeptAssessment(db: Db, secretHash: string, now: Date): Promise<KeptAssessment | null> {
  const row = await db
    .selectFrom('kept_assessments')
    .select(['id', 'title', 'expires_at as expiresAt'])
    .where('secret_hash', '=', secretHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Nobody else adds to it, changes it or removes it until the transaction ends. */
export async function lockKeptAssessment(db: Db, secretHash: string, now: Date): Promise<KeptAssessment | null> {
  const { rows } = await sql<KeptAssessment>`select id, title, expires_at as "expiresAt" from kept_assessments
    where secret_hash = ${secretHash} and expires_at > ${now} for update`.execute(db)
  return rows[0] ?? null
}

/** In the order in which they came. */
export async function listRespondents(db: Db, assessmentId: string): Promise<Respondent[]> {
  const rows = await db
    .selectFrom('respondents')
    .select(['id', 'name', 'answers', 'answered_at as answeredAt'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, answers: readAnswers(row.answers) }))
}

export async function countRespondents(db: Db, assessmentId: string): Promise<number> {
  const { count } = await db
    .selectFrom('respondents')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The id of the new one, or of the one that was kept under this secret before. */
export async function insertKeptAssessment(
  db: Db,
  kept: { secretHash: string; title: string; expiresAt: Date; now: Date },
): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into kept_assessments (secret_hash, title, created_at, expires_at)
    values (${kept.secretHash}, ${kept.title}, ${kept.now}, ${kept.expiresAt})
    on conflict (secret_hash) do update set expires_at = excluded.expires_at
    returning id, xmax = 0 as "isNew"`.execute(db)
  return rows[0] as { id: string; isNew: boolean }
}

/** Null when somebody answers under this name already. */
export async function insertRespondent(
  db: Db,
  respondent: { assessmentId: string; name: string; answers: Answers; now: Date },
): Promise<string | null> {
  const row = await db
    .insertInto('respondents')
    .values({
      assessment_id: respondent.assessmentId,
      name: respondent.name,
      answers: JSON.stringify(respondent.answers),
      answered_at: respondent.now,
    })
    .onConflict((conflict) => conflict.columns(['assessment_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** False when that person is not, or no longer, among those who answer. */
export async function updateAnswers(
  db: Db,
  of: { assessmentId: string; id: string; answers: Answers; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('respondents')
    .set({ answers: JSON.stringify(of.answers), answered_at: of.now })
    .where('assessment_id', '=', of.assessmentId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function updateExpiry(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db.updateTable('kept_assessments').set({ expires_at: expiresAt }).where('id', '=', id).execute()
}

export async function deleteRespondent(db: Db, assessmentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('respondents')
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteKeptAssessment(db: Db, secretHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('kept_assessments')
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Answers how many. */
export async function deleteExpiredAssessments(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('kept_assessments').where('expires_at', '<=', now).executeTakeFirst()
  return Number(numDeletedRows)
}
