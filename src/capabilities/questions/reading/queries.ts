import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'
import { boardName } from '#community/topics/boards.ts'
import { type Audience, seenBoards, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { MarkKind } from '../marks/rules.ts'

/** Somebody as shown above their words. */
export interface Author {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly avatarId: string | null
  readonly staffTitle: string | null
  readonly expertTitle: string | null
  readonly expertReason: string | null
  readonly joinedAt: Date
}

export interface ReadComment {
  readonly id: string
  readonly answerId: string | null
  readonly author: Author
  readonly html: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly hiddenAt: Date | null
  readonly hiddenReason: string | null
}

/** A mark as told to readers: who, when and for which version. */
export interface ReadMark {
  readonly kind: MarkKind
  readonly answerId: string | null
  readonly memberId: string
  readonly name: string
  readonly product: string | null
  readonly version: string | null
  readonly note: string | null
  readonly madeAt: Date
}

export interface ReadQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly html: string
  readonly body: string
  readonly language: 'nl' | 'en'
  readonly state: QuestionState
  readonly author: Author
  readonly board: { readonly id: string; readonly slug: string; readonly name: string; readonly access: string }
  readonly product: { readonly slug: string; readonly name: string; readonly version: string | null } | null
  readonly tags: readonly { readonly slug: string; readonly name: string }[]
  readonly marks: readonly ReadMark[]
  readonly bestAnswerId: string | null
  readonly duplicateOf: { readonly id: string; readonly slug: string; readonly title: string } | null
  readonly mergedIntoId: string | null
  readonly alsoAsked: readonly { readonly title: string; readonly html: string; readonly name: string }[]
  readonly similar: readonly SimilarQuestion[]
  readonly answerCount: number
  readonly commentCount: number
  readonly sameCount: number
  readonly viewCount: number
  readonly createdAt: Date
  readonly firstAnswerAt: Date | null
  readonly solvedAt: Date | null
  readonly editedAt: Date | null
  readonly closedAt: Date | null
  readonly closedReason: string | null
  readonly hiddenAt: Date | null
  readonly hiddenReason: string | null
  readonly deletedAt: Date | null
  readonly credit: Credit | null
  /** Another word as soon as the question, or how many posts stand below it, is not the same any more. */
  readonly standing: string
}

/** Where an imported post came from, as its licence asks. */
export interface Credit {
  readonly author: string
  readonly url: string
  readonly licence: string
}

export interface SimilarQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly language: Language
  readonly state: QuestionState
}

const authorJson = (member: string): RawBuilder<Author> => {
  const m = sql.raw(member)
  return sql`json_build_object('id', ${m}.id::text, 'handle', ${m}.handle, 'name', ${m}.name,
    'avatarId', ${m}.avatar_id::text, 'staffTitle', ${m}.staff_title, 'expertTitle', ${m}.expert_title,
    'expertReason', ${m}.expert_reason, 'joinedAt', ${m}.joined_at)`
}

const creditOf = (kind: string, id: string) => sql`(select credit from imported_things
  where kind = ${sql.lit(kind)} and thing_id = ${sql.raw(id)} and credit is not null limit 1)`

/** In the same words everywhere, so that two readings can be compared. */
export const standingOf = (question: string) => {
  const q = sql.raw(question)
  return sql`(${q}.state, ${q}.answer_count, ${q}.comment_count, ${q}.same_count, ${q}.best_answer_id, ${q}.board_id,
    ${q}.edited_at, ${q}.closed_at, ${q}.hidden_at, ${q}.deleted_at, ${q}.merged_into_id)::text`
}

/** One question of a board that the viewer may see, with all its page shows besides the answers: one round trip. */
export async function findQuestion(
  db: Db,
  viewer: Viewer | Audience,
  id: string,
  language: Language = 'nl',
): Promise<ReadQuestion | null> {
  const { rows } = await sql<ReadQuestion>`
    select q.id, q.slug, q.title, q.html, q.body, q.language, q.state, ${authorJson('m')} as author,
      json_build_object('id', b.id::text, 'slug', b.slug, 'name', ${boardName(language, 'b')}, 'access', b.access) as board,
      case when p.id is null then null else json_build_object('slug', p.slug, 'name', p.name, 'version', v.name) end as product,
      coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.slug)
        from question_tags qt join tags t on t.id = qt.tag_id where qt.question_id = q.id), '[]') as tags,
      coalesce((select json_agg(json_build_object('kind', k.kind, 'answerId', k.answer_id::text, 'memberId', k.member_id::text,
          'name', km.name, 'product', kp.name, 'version', kv.name, 'note', k.note, 'madeAt', k.made_at) order by k.id)
        from marks k join members km on km.id = k.member_id left join products kp on kp.id = k.product_id
        left join product_versions kv on kv.id = k.version_id
        where k.question_id = q.id and k.withdrawn_at is null and k.kind <> 'worked'), '[]') as marks,
      q.best_answer_id as "bestAnswerId",
      (select json_build_object('id', d.id::text, 'slug', d.slug, 'title', d.title) from questions d
        where d.id = q.duplicate_of_id and ${seenQuestion(viewer, 'd')}) as "duplicateOf",
      q.merged_into_id as "mergedIntoId",
      coalesce((select json_agg(json_build_object('title', o.title, 'html', o.html, 'name', om.name) order by o.id)
        from questions o join members om on om.id = o.author_id
        where o.merged_into_id = q.id and o.hidden_at is null and o.deleted_at is null
          and o.board_id in ${seenBoards(viewer)}), '[]') as "alsoAsked",
      coalesce((select json_agg(json_build_object('id', s.id::text, 'slug', s.slug, 'title', s.title, 'state', s.state,
          'language', s.language)
          order by near.place)
        from findable_similar f, unnest(f.similar_ids) with ordinality near (id, place) join questions s on s.id = near.id
        where f.kind = 'question' and f.subject_id = q.id and ${seenQuestion(viewer, 's')}), '[]') as similar,
      q.answer_count as "answerCount", q.comment_count as "commentCount", q.same_count as "sameCount", q.view_count as "viewCount",
      q.created_at as "createdAt", q.first_answer_at as "firstAnswerAt", q.solved_at as "solvedAt",
      q.edited_at as "editedAt", q.closed_at as "closedAt", q.closed_reason as "closedReason",
      q.hidden_at as "hiddenAt", q.hidden_reason as "hiddenReason", q.deleted_at as "deletedAt",
      ${creditOf('question', 'q.id')} as credit, ${standingOf('q')} as standing
    from questions q
    join members m on m.id = q.author_id
    join boards b on b.id = q.board_id
    left join products p on p.id = q.product_id
    left join product_versions v on v.id = q.version_id
    where q.id = ${id}::bigint and q.board_id in ${seenBoards(viewer)}`.execute(db)
  const row = rows[0]
  return row ? { ...row, author: withTimes(row.author), marks: row.marks.map(withMarkTime) } : null
}

const withTimes = (author: Author): Author => ({ ...author, joinedAt: new Date(author.joinedAt) })

const withMarkTime = (mark: ReadMark): ReadMark => ({ ...mark, madeAt: new Date(mark.madeAt) })

export interface ReadAnswer {
  readonly id: string
  readonly author: Author
  readonly html: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly thanksCount: number
  readonly workedCount: number
  readonly usefulness: number
  readonly confirmedAt: Date | null
  readonly verifiedAt: Date | null
  readonly outdatedAt: Date | null
  readonly hiddenAt: Date | null
  readonly hiddenReason: string | null
  readonly deletedAt: Date | null
  readonly commentCount: number
  readonly comments: readonly ReadComment[]
  readonly credit: Credit | null
}

/** Newest useful first, or in order of time. */
export type AnswerOrder = 'useful' | 'time'

/** Where a page of answers begins; null is the first page, 'last' the last. */
export type AnswerPlace =
  | { readonly after: string }
  | { readonly before: string }
  | { readonly only: string }
  | 'last'
  | null

export const ANSWERS_A_PAGE = 20
/** More comments than this are shown when asked for. */
export const COMMENTS_SHOWN = 20
const MOST_COMMENTS = 500

/** Which comments are read along. */
export interface CommentsRead {
  /** The answer of which all are. */
  readonly allOf?: string
  /** Hidden ones too, for who keeps order. */
  readonly hidden?: boolean
}

/**
 * One page of answers with authors and comments: one round trip. The best answer stands apart, above the others, so it is
 * left out here; ask for it with `only`.
 */
export async function listAnswers(
  db: Db,
  question: { id: string; bestAnswerId: string | null },
  order: AnswerOrder,
  place: AnswerPlace,
  { allOf, hidden = false }: CommentsRead = {},
): Promise<ReadAnswer[]> {
  const backwards = place === 'last' || (place !== null && 'before' in place)
  const most = sql`case when a.id = ${allOf ?? null}::bigint then ${sql.lit(MOST_COMMENTS)} else ${sql.lit(COMMENTS_SHOWN)} end`
  const { rows } = await sql<ReadAnswer>`
    select a.id, ${authorJson('m')} as author, a.html, a.created_at as "createdAt", a.edited_at as "editedAt",
      a.thanks_count as "thanksCount", a.worked_count as "workedCount", a.usefulness, a.confirmed_at as "confirmedAt",
      a.verified_at as "verifiedAt", a.outdated_at as "outdatedAt", a.hidden_at as "hiddenAt",
      a.hidden_reason as "hiddenReason", a.deleted_at as "deletedAt", a.comment_count as "commentCount",
      case when a.comment_count = 0 and not ${hidden}::bool then '[]'::json
        else ${commentsOf(sql`answer_id = a.id`, most, hidden)} end as comments,
      ${creditOf('answer', 'a.id')} as credit
    from answers a join members m on m.id = a.author_id
    where a.question_id = ${question.id}::bigint and ${placed(question, order, place)}
    order by ${ordered(order, backwards)}
    limit ${ANSWERS_A_PAGE + 1}`.execute(db)
  return rows.map(withCommentTimes)
}

/** Comments on the question itself. */
export async function listQuestionComments(
  db: Db,
  questionId: string,
  { hidden = false }: CommentsRead = {},
): Promise<ReadComment[]> {
  const ofQuestion = sql`question_id = ${questionId}::bigint and answer_id is null`
  const { rows } = await sql<{ comments: ReadComment[] }>`
    select ${commentsOf(ofQuestion, sql.lit(MOST_COMMENTS), hidden)} as comments`.execute(db)
  return (rows[0]?.comments ?? []).map(withCommentTime)
}

function commentsOf(which: RawBuilder<unknown>, most: RawBuilder<unknown>, hidden: boolean) {
  const shown = hidden ? sql`deleted_at is null` : sql`hidden_at is null and deleted_at is null`
  return sql`coalesce((select json_agg(c.json order by c.created_at, c.id) from (
    select comments.id, comments.created_at, json_build_object('id', comments.id::text, 'answerId', answer_id::text,
      'author', ${authorJson('cm')}, 'html', html, 'createdAt', comments.created_at, 'editedAt', edited_at,
      'hiddenAt', hidden_at, 'hiddenReason', hidden_reason) as json
    from comments join members cm on cm.id = comments.author_id
    where ${which} and ${shown}
    order by comments.created_at, comments.id limit ${most}) c), '[]')`
}

function placed(question: { bestAnswerId: string | null }, order: AnswerOrder, place: AnswerPlace) {
  if (place !== null && place !== 'last' && 'only' in place) return sql`a.id = ${place.only}::bigint`
  const others = sql`a.id is distinct from ${question.bestAnswerId}::bigint`
  if (place === null || place === 'last') return others
  // The cursor is the id of an answer: where it stands is looked up, so an address keeps working for ever.
  const [id, compare] = 'after' in place ? [place.after, sql`>`] : [place.before, sql`<`]
  const key = order === 'time' ? sql`created_at` : sql`-usefulness`
  return sql`${others} and (${key}, a.id) ${compare} (select ${key}, id from answers where id = ${id}::bigint)`
}

function ordered(order: AnswerOrder, backwards: boolean) {
  if (order === 'time') return backwards ? sql`a.created_at desc, a.id desc` : sql`a.created_at, a.id`
  return backwards ? sql`a.usefulness, a.id desc` : sql`a.usefulness desc, a.id`
}

const withCommentTimes = (answer: ReadAnswer): ReadAnswer => ({
  ...answer,
  author: withTimes(answer.author),
  comments: answer.comments.map(withCommentTime),
})

const withCommentTime = (comment: ReadComment): ReadComment => ({
  ...comment,
  author: withTimes(comment.author),
  createdAt: new Date(comment.createdAt),
  editedAt: comment.editedAt === null ? null : new Date(comment.editedAt),
  hiddenAt: comment.hiddenAt === null ? null : new Date(comment.hiddenAt),
})
