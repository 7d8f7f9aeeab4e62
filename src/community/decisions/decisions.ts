import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export type DecisionKind =
  | 'hide'
  | 'restore'
  | 'move'
  | 'close'
  | 'reopen'
  | 'merge'
  | 'mark-duplicate'
  | 'block'
  | 'unblock'

export interface NewDecision {
  kind: DecisionKind
  subjectKind: 'question' | 'answer' | 'comment' | 'member'
  subjectId: string
  questionId?: string | null
  /** Whom it touches: the author, or the member. */
  affectedId: string
  madeById: string
  reason: string
}

/** Writes down a moderator's decision with its reason. No restriction is made without one. */
export async function insertDecision(db: Db, decision: NewDecision): Promise<string> {
  const { id } = await db
    .insertInto('decisions')
    .values({
      kind: decision.kind,
      subject_kind: decision.subjectKind,
      subject_id: decision.subjectId,
      question_id: decision.questionId ?? null,
      affected_id: decision.affectedId,
      made_by_id: decision.madeById,
      reason: decision.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Decision {
  readonly id: string
  readonly kind: DecisionKind
  readonly subjectKind: string
  readonly subjectId: string
  readonly questionId: string | null
  readonly affectedId: string
  readonly reason: string
  readonly madeAt: Date
}

export async function findDecision(db: Db, id: string): Promise<Decision | null> {
  const row = await db
    .selectFrom('decisions')
    .select(['id', 'subject_kind as subjectKind', 'subject_id as subjectId', 'question_id as questionId'])
    .select(['affected_id as affectedId', 'reason', 'made_at as madeAt', sql<DecisionKind>`kind`.as('kind')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
