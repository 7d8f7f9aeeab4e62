import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { type QuestionState, solvedStates } from '#community/states/states.ts'
import { boardName } from '#community/topics/boards.ts'
import { type Audience, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { isProposed } from '../duplicate-proposals/queries.ts'

export type ListView = 'all' | 'unanswered' | 'unsolved' | 'solved' | 'mine' | 'followed' | 'proposed'

export type ListSort = 'active' | 'new'

export interface ListFilter {
  readonly view: ListView
  readonly sort: ListSort
  readonly board?: string
  readonly product?: string
  readonly tag?: string
  readonly state?: QuestionState
  /** Asked in the last so many days. */
  readonly age?: number
  /** Asked by this member. */
  readonly authorId?: string
}

export interface ListedQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly state: QuestionState
  readonly answerCount: number
  readonly sameCount: number
  readonly createdAt: Date
  readonly movedUpAt: Date
  readonly authorName: string
  readonly board: { readonly slug: string; readonly name: string }
  readonly lastAnswerAt: Date | null
  readonly lastAnswerBy: { readonly name: string; readonly staffTitle: string | null } | null
}

export interface ListPart {
  readonly after?: string | null
  readonly limit: number
  readonly language?: Language
}

/** A page of questions that the viewer may see, in one round trip; one more than `limit` tells that there is a next page. */
export async function listQuestions(
  db: Db,
  viewer: Viewer | Audience,
  filter: ListFilter,
  page: ListPart,
): Promise<ListedQuestion[]> {
  const order = filter.sort === 'new' ? sql`created_at` : sql`moved_up_at`
  const after = page.after
    ? sql`and (q.${order}, q.id) < (select ${order}, id from questions where id = ${page.after}::bigint)`
    : sql``
  const { rows } = await sql<ListedQuestion>`
    select q.id, q.slug, q.title, q.language, q.state, q.answer_count as "answerCount", q.same_count as "sameCount",
      q.created_at as "createdAt", q.moved_up_at as "movedUpAt", m.name as "authorName",
      json_build_object('slug', b.slug, 'name', ${boardName(page.language ?? 'nl', 'b')}) as board, q.last_answer_at as "lastAnswerAt",
      case when l.id is null then null
        else json_build_object('name', l.name, 'staffTitle', l.staff_title) end as "lastAnswerBy"
    from questions q
    join members m on m.id = q.author_id
    join boards b on b.id = q.board_id
    left join members l on l.id = q.last_answer_by_id
    where ${seenQuestion(viewer, 'q')} and ${chosen(viewer, filter)} ${after}
    order by q.${order} desc, q.id desc
    limit ${page.limit + 1}`.execute(db)
  return rows
}

/** Condition on `questions q` joined with its board `b`: what the filter asks for. */
export function chosen(viewer: Viewer | Audience, filter: ListFilter): RawBuilder<boolean> {
  const conditions = [inView(viewer, filter.view)]
  if (filter.board) conditions.push(sql`b.slug = ${filter.board}`)
  if (filter.product) conditions.push(sql`q.product_id = (select id from products where slug = ${filter.product})`)
  if (filter.state) conditions.push(sql`q.state = ${filter.state}`)
  if (filter.age) conditions.push(sql`q.created_at > now() - make_interval(days => ${filter.age}::int)`)
  if (filter.authorId) conditions.push(sql`q.author_id = ${filter.authorId}::bigint`)
  if (filter.tag) {
    conditions.push(sql`exists (select 1 from question_tags qt join tags t on t.id = qt.tag_id
      where qt.question_id = q.id and t.slug = ${filter.tag})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function inView(viewer: Viewer | Audience, view: ListView): RawBuilder<boolean> {
  // An audience has asked and follows nothing.
  const viewerId = sql`${viewer && 'id' in viewer ? viewer.id : null}::bigint`
  switch (view) {
    case 'all':
      return sql`true`
    case 'unanswered':
      return sql`q.state = 'new'`
    case 'unsolved':
      return sql`q.state in ('new', 'answered', 'not-solved', 'escalated')`
    case 'solved':
      return sql`q.state = any(${[...solvedStates]})`
    case 'mine':
      return sql`q.author_id = ${viewerId}`
    case 'followed':
      return sql`exists (select 1 from follows f where f.subject_kind = 'question' and f.subject_id = q.id
        and f.member_id = ${viewerId} and f.ended_at is null)`
    case 'proposed':
      return isProposed(viewer)
  }
}

export interface BoardCount {
  readonly all: number
  /** Still without an answer. */
  readonly unanswered: number
}

/** Per board that this audience may see, by slug: how many questions. */
export async function countByBoard(db: Db, audience: Audience): Promise<Readonly<Record<string, BoardCount>>> {
  // Counted per id, which the index holds, and named afterwards.
  const { rows } = await sql<BoardCount & { slug: string }>`
    select b.slug, c."all", c.unanswered
    from (select q.board_id, count(*)::int as "all", (count(*) filter (where q.state = 'new'))::int as unanswered
      from questions q where ${seenQuestion(audience, 'q')} group by q.board_id) c
    join boards b on b.id = c.board_id`.execute(db)
  return Object.fromEntries(rows.map(({ slug, ...counted }) => [slug, counted]))
}
