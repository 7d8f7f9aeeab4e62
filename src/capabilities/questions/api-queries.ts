import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'
import { seenBoards, seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import { chosen, type ListFilter } from './list/queries.ts'
import type { MarkKind } from './marks/rules.ts'

/** Where a page of a list goes on: the moment and the id of the last one seen. */
export interface Place {
  /** Since 1970, as a number in text: a Date would lose the microseconds and with them a row. */
  readonly micros: string
  readonly id: string
}

export interface ApiAuthor {
  readonly handle: string
  readonly name: string
}

export interface ApiQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly body: string
  readonly html: string
  readonly board: string
  readonly product: string | null
  readonly tags: readonly string[]
  readonly state: QuestionState
  readonly marks: readonly ApiMark[]
  readonly author: ApiAuthor
  readonly createdAt: Date
  readonly answerCount: number
  readonly bestAnswerId: string | null
  readonly micros: string
}

export interface ApiMark {
  readonly kind: MarkKind
  readonly answerId: string | null
  readonly memberHandle: string | null
  readonly at: string
}

const author = sql<ApiAuthor>`json_build_object('handle', m.handle::text, 'name', m.name)`

const microsOf = (column: RawBuilder<unknown>) => sql<string>`(extract(epoch from ${column}) * 1000000)::bigint::text`

const momentOf = (place: Place) => sql`timestamptz 'epoch' + ${place.micros}::bigint * interval '1 microsecond'`

/** Marks that stand, on answers that are shown. Who said "worked for me" is nobody's business, and may be a crowd. */
const marks = sql<ApiMark[]>`coalesce((
  select json_agg(json_build_object('kind', k.kind, 'answerId', k.answer_id::text, 'memberHandle', k.handle, 'at', k.made_at)
    order by k.made_at, k.id)
  from (
    select marks.id, marks.kind, marks.answer_id, marks.made_at,
      case when marks.kind = 'worked' then null else members.handle::text end as handle
    from marks join members on members.id = marks.member_id left join answers on answers.id = marks.answer_id
    where marks.question_id = q.id and marks.withdrawn_at is null
      and answers.hidden_at is null and answers.deleted_at is null
    order by marks.kind = 'worked', marks.id desc limit 200) k), '[]')`

const tags = sql<string[]>`coalesce((select json_agg(t.slug order by t.slug)
  from question_tags qt join tags t on t.id = qt.tag_id where qt.question_id = q.id), '[]')`

const bestAnswerId = sql<string | null>`(select answers.id::text from answers
  where answers.id = q.best_answer_id and ${seenPost('answers')})`

function selectQuestions(order: RawBuilder<unknown>) {
  return sql`
    select q.id::text as id, q.slug, q.title, q.body, q.html, b.slug as board, p.slug as product, ${tags} as tags,
      q.state, ${marks} as marks, ${author} as author, q.created_at as "createdAt", q.answer_count as "answerCount",
      ${bestAnswerId} as "bestAnswerId", ${microsOf(order)} as micros
    from questions q
    join members m on m.id = q.author_id
    join boards b on b.id = q.board_id
    left join products p on p.id = q.product_id`
}

/** One question as everybody sees it who may see its board; null is "unknown, or not yours to see". */
export async function findApiQuestion(db: Db, viewer: Viewer, id: string): Promise<ApiQuestion | null> {
  const { rows } = await sql<ApiQuestion>`${selectQuestions(sql`q.created_at`)}
    where q.id = ${id}::bigint and ${seenQuestion(viewer, 'q')}`.execute(db)
  return rows[0] ?? null
}

/** One page and one more, which tells that there is a next one. One round trip. */
export async function listApiQuestions(
  db: Db,
  viewer: Viewer,
  filter: ListFilter,
  page: { after: Place | null; limit: number },
): Promise<ApiQuestion[]> {
  const order = filter.sort === 'new' ? sql`q.created_at` : sql`q.moved_up_at`
  const after = page.after ? sql`and (${order}, q.id) < (${momentOf(page.after)}, ${page.after.id}::bigint)` : sql``
  const { rows } = await sql<ApiQuestion>`${selectQuestions(order)}
    where ${seenQuestion(viewer, 'q')} and ${chosen(viewer, filter)} ${after}
    order by ${order} desc, q.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

/** Where a question went that was merged into another, if both may be seen. */
export async function findMergedInto(db: Db, viewer: Viewer, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select q.id::text as id from questions old join questions q on q.id = old.merged_into_id
    where old.id = ${id}::bigint and old.hidden_at is null and old.deleted_at is null
      and old.board_id in ${seenBoards(viewer)} and ${seenQuestion(viewer, 'q')}`.execute(db)
  return rows[0]?.id ?? null
}

export interface ApiAnswer {
  readonly id: string
  readonly questionId: string
  readonly body: string
  readonly html: string
  readonly author: ApiAuthor
  readonly createdAt: Date
  readonly accepted: boolean
  readonly best: boolean
  readonly verified: boolean
  readonly outdated: boolean
  readonly thanksCount: number
  readonly workedCount: number
  readonly commentCount: number
  readonly micros: string
}

/** Answers that are shown, in order of time; null when the question is not to be seen. */
export async function listApiAnswers(
  db: Db,
  viewer: Viewer,
  questionId: string,
  page: { after: Place | null; limit: number },
): Promise<ApiAnswer[] | null> {
  const after = page.after ? sql`and (a.created_at, a.id) > (${momentOf(page.after)}, ${page.after.id}::bigint)` : sql``
  // The left join gives one empty row for a question without answers, and none for one that is not to be seen.
  const { rows } = await sql<ApiAnswer>`${selectAnswers}
    from questions q left join lateral (
      select a.id, a.body, a.html, a.author_id, a.created_at, a.confirmed_at, a.verified_at, a.outdated_at,
        a.thanks_count, a.worked_count, a.comment_count
      from answers a where a.question_id = q.id and ${seenPost('a')} ${after}
      order by a.created_at, a.id limit ${page.limit + 1}) a on true
    left join members m on m.id = a.author_id
    where q.id = ${questionId}::bigint and ${seenQuestion(viewer, 'q')}
    order by a.created_at, a.id`.execute(db)
  return rows.length === 0 ? null : rows.filter((row) => row.id !== null)
}

/** One answer, for whoever just gave it. */
export async function findApiAnswer(db: Db, id: string): Promise<ApiAnswer | null> {
  const { rows } = await sql<ApiAnswer>`${selectAnswers}
    from answers a join questions q on q.id = a.question_id join members m on m.id = a.author_id
    where a.id = ${id}::bigint`.execute(db)
  return rows[0] ?? null
}

const selectAnswers = sql`
  select a.id::text as id, q.id::text as "questionId", a.body, a.html, ${author} as author, a.created_at as "createdAt",
    a.confirmed_at is not null as accepted, a.id is not distinct from q.best_answer_id as best,
    a.verified_at is not null as verified, a.outdated_at is not null as outdated, a.thanks_count as "thanksCount",
    a.worked_count as "workedCount", a.comment_count as "commentCount", ${microsOf(sql`a.created_at`)} as micros`
