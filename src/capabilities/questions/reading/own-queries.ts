import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { standingOf } from './queries.ts'

/** What one member said of what stands on the page. */
export interface OwnSaid {
  readonly follows: boolean
  readonly hasThisToo: boolean
  /** Ids of answers. */
  readonly thanked: readonly string[]
  readonly saidWorked: readonly string[]
}

export const nothingSaid: OwnSaid = { follows: false, hasThisToo: false, thanked: [], saidWorked: [] }

/** What the member said, and how the question stands now: all that a page of which the rest is known still asks for. */
export async function findOwnSaid(
  db: Db,
  memberId: string,
  questionId: string,
  answerIds: readonly string[],
): Promise<(OwnSaid & { standing: string }) | null> {
  const { rows } = await sql<OwnSaid & { standing: string }>`
    select ${standingOf('q')} as standing,
      exists (select 1 from follows f where f.subject_kind = 'question' and f.subject_id = q.id
        and f.member_id = ${memberId}::bigint and f.ended_at is null) as follows,
      exists (select 1 from same_problems s where s.question_id = q.id and s.member_id = ${memberId}::bigint) as "hasThisToo",
      array(select t.subject_id::text from thanks t where t.subject_kind = 'answer' and t.member_id = ${memberId}::bigint
        and t.subject_id = any(${[...answerIds]}::bigint[]) order by t.subject_id) as thanked,
      array(select k.answer_id::text from marks k where k.question_id = q.id and k.kind = 'worked'
        and k.withdrawn_at is null and k.member_id = ${memberId}::bigint order by k.answer_id) as "saidWorked"
    from questions q where q.id = ${questionId}::bigint`.execute(db)
  return rows[0] ?? null
}
