import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { standingOf } from './queries.ts'

/** What one member said of what stands on the page. */
export interface OwnSaid {
  readonly follows: boolean
  readonly hasThisToo: boolean
  /** Ids of answers. */
  readonly thanked: readonly string[]
  readonly saidWorked: readonly string[]
  /** Their comments that a moderator hid: they alone still see them where they stood. */
  readonly hiddenComments: readonly OwnHiddenComment[]
}

export interface OwnHiddenComment {
  readonly id: string
  /** Null for a comment on the question itself. */
  readonly answerId: string | null
  readonly html: string
  readonly reason: string
  readonly createdAt: string
}

export const nothingSaid: OwnSaid = {
  follows: false,
  hasThisToo: false,
  thanked: [],
  saidWorked: [],
  hiddenComments: [],
}

/** What a member said of these answers and of their question, and how that stood when it was asked. */
export interface AskedOwn extends OwnSaid {
  readonly answerIds: readonly string[]
  readonly standing: string
}

/** All that a page of which the rest is known still asks for. */
export async function findOwnSaid(
  db: Db,
  memberId: string,
  questionId: string,
  answerIds: readonly string[],
): Promise<AskedOwn | null> {
  const { rows } = await sql<{ said: AskedOwn | null }>`
    select ${ownSaid(sql`${memberId}::bigint`, questionId, answerIds)} as said`.execute(db)
  return rows[0]?.said ?? null
}

/** The same as an expression, null when there is no such question. */
export function ownSaid(
  memberId: RawBuilder<unknown>,
  questionId: string,
  answerIds: readonly string[],
): RawBuilder<AskedOwn | null> {
  const ids = sql`${[...answerIds]}::bigint[]`
  return sql`(select json_build_object('answerIds', ${ids}::text[], 'standing', ${standingOf('q')},
      'follows', exists (select 1 from follows f where f.subject_kind = 'question' and f.subject_id = q.id
        and f.member_id = ${memberId} and f.ended_at is null),
      'hasThisToo', exists (select 1 from same_problems s where s.question_id = q.id and s.member_id = ${memberId}),
      'thanked', array(select t.subject_id::text from thanks t where t.subject_kind = 'answer'
        and t.subject_id = any(${ids}) and t.member_id = ${memberId} order by t.subject_id),
      'saidWorked', array(select k.answer_id::text from marks k where k.question_id = q.id and k.kind = 'worked'
        and k.withdrawn_at is null and k.member_id = ${memberId} order by k.answer_id),
      'hiddenComments', (select coalesce(json_agg(json_build_object('id', c.id::text, 'answerId', c.answer_id::text,
          'html', c.html, 'reason', c.hidden_reason, 'createdAt', c.created_at) order by c.id), '[]') from comments c
        where c.question_id = q.id and c.author_id = ${memberId} and c.hidden_at is not null and c.deleted_at is null))
    from questions q where q.id = ${questionId}::bigint)`
}
