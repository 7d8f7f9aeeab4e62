import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { insertRows } from '#platform/db/rows.ts'
import type { MarkKind } from '../marks/rules.ts'

/** A question that was asked elsewhere or before; its id is reserved, its text is clean and rendered. */
export interface BulkQuestion {
  readonly id: string
  readonly boardId: string
  readonly authorId: string
  readonly title: string
  readonly slug: string
  readonly body: string
  readonly html: string
  readonly language: 'nl' | 'en'
  readonly createdAt: Date
  readonly editedAt?: Date | null
  readonly productId?: string | null
  readonly versionId?: string | null
  readonly viewCount?: number
  readonly sameCount?: number
  readonly duplicateOfId?: string | null
  readonly closedAt?: Date | null
  readonly closedById?: string | null
  readonly closedReason?: string | null
}

export async function insertQuestions(db: Db, questions: readonly BulkQuestion[]): Promise<void> {
  const rows = questions.map((one) => ({
    id: one.id,
    board_id: one.boardId,
    author_id: one.authorId,
    title: one.title,
    slug: one.slug,
    body: one.body,
    html: one.html,
    language: one.language,
    created_at: one.createdAt,
    moved_up_at: one.createdAt,
    edited_at: one.editedAt ?? null,
    edit_count: one.editedAt ? 1 : 0,
    product_id: one.productId ?? null,
    version_id: one.versionId ?? null,
    state: 'new',
    answer_count: 0,
    comment_count: 0,
    same_count: one.sameCount ?? 0,
    view_count: one.viewCount ?? 0,
    duplicate_of_id: one.duplicateOfId ?? null,
    closed_at: one.closedAt ?? null,
    closed_by_id: one.closedById ?? null,
    closed_reason: one.closedReason ?? null,
  }))
  await insertRows(db, 'questions', rows)
}

export interface BulkAnswer {
  readonly id: string
  readonly questionId: string
  readonly authorId: string
  readonly body: string
  readonly html: string
  readonly createdAt: Date
  readonly editedAt?: Date | null
  readonly thanksCount?: number
}

export async function insertAnswers(db: Db, answers: readonly BulkAnswer[]): Promise<void> {
  const rows = answers.map((one) => ({
    ...post(one),
    thanks_count: one.thanksCount ?? 0,
    worked_count: 0,
    comment_count: 0,
  }))
  await insertRows(db, 'answers', rows)
}

export interface BulkComment {
  readonly id: string
  readonly questionId: string
  readonly answerId: string | null
  readonly authorId: string
  readonly body: string
  readonly html: string
  readonly createdAt: Date
}

export async function insertComments(db: Db, comments: readonly BulkComment[]): Promise<void> {
  await insertRows(
    db,
    'comments',
    comments.map((one) => ({ ...post(one), answer_id: one.answerId })),
  )
}

export interface BulkMark {
  readonly kind: MarkKind
  readonly questionId: string
  readonly answerId?: string | null
  readonly memberId: string
  readonly productId?: string | null
  readonly versionId?: string | null
  readonly note?: string | null
  readonly madeAt: Date
}

/** Marks that stand already are left as they are; answers how many are new. */
export async function insertMarks(db: Db, marks: readonly BulkMark[]): Promise<number> {
  const rows = marks.map((one) => ({
    kind: one.kind,
    question_id: one.questionId,
    answer_id: one.answerId ?? null,
    member_id: one.memberId,
    product_id: one.productId ?? null,
    version_id: one.versionId ?? null,
    note: one.note ?? null,
    made_at: one.madeAt,
  }))
  return insertRows(db, 'marks', rows, { skipKnown: true })
}

/** Tags questions; the tags' own counts follow. */
export async function insertQuestionTags(
  db: Db,
  pairs: readonly { questionId: string; tagId: string }[],
): Promise<void> {
  await sql`
    with added as (
      insert into question_tags (question_id, tag_id)
      select * from unnest(${pairs.map((pair) => pair.questionId)}::bigint[], ${pairs.map((pair) => pair.tagId)}::bigint[])
      on conflict do nothing returning tag_id)
    update tags set question_count = question_count + n.added
    from (select tag_id, count(*)::int as added from added group by tag_id) n where tags.id = n.tag_id`.execute(db)
}

export interface MemberCounts {
  readonly memberId: string
  readonly questions?: number
  readonly answers?: number
  readonly confirmed?: number
  readonly thanks?: number
}

/** Adds to what stands beside members' names; several rows of one member add up. */
export async function addToMemberCounts(db: Db, counts: readonly MemberCounts[]): Promise<void> {
  if (counts.length === 0) return
  const column = (name: Exclude<keyof MemberCounts, 'memberId'>) => counts.map((one) => one[name] ?? 0)
  await sql`
    update members m set question_count = m.question_count + n.questions, answer_count = m.answer_count + n.answers,
      confirmed_count = m.confirmed_count + n.confirmed, thanks_count = m.thanks_count + n.thanks
    from (select id, sum(questions)::int as questions, sum(answers)::int as answers, sum(confirmed)::int as confirmed,
        sum(thanks)::int as thanks
      from unnest(${counts.map((one) => one.memberId)}::bigint[], ${column('questions')}::int[], ${column('answers')}::int[],
        ${column('confirmed')}::int[], ${column('thanks')}::int[]) c (id, questions, answers, confirmed, thanks)
      group by id) n
    where m.id = n.id`.execute(db)
}

/** How a question was closed elsewhere; what is not known stays as it is. */
export async function updateClosing(
  db: Db,
  closing: { questionId: string; closedById: string | null; reason: string | null; duplicateOfId: string | null },
): Promise<void> {
  await sql`update questions set closed_by_id = coalesce(${closing.closedById}::bigint, closed_by_id),
    closed_reason = coalesce(${closing.reason}::text, closed_reason),
    duplicate_of_id = coalesce(nullif(${closing.duplicateOfId}::bigint, id), duplicate_of_id)
    where id = ${closing.questionId}::bigint`.execute(db)
}

const post = (one: BulkAnswer | BulkComment) => ({
  id: one.id,
  question_id: one.questionId,
  author_id: one.authorId,
  body: one.body,
  html: one.html,
  created_at: one.createdAt,
  edited_at: ('editedAt' in one && one.editedAt) || null,
  edit_count: 'editedAt' in one && one.editedAt ? 1 : 0,
})
