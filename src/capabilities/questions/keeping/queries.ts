import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import type { PostKind } from '#community/revisions/revisions.ts'
import { seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

const tableOf = { question: 'questions', answer: 'answers', comment: 'comments' } as const

/** A post as far as whoever decides about it must recognise it, with where it stands. */
export interface DecidedPost {
  readonly question: { readonly id: string; readonly slug: string; readonly title: string }
  readonly board: string
  readonly authorName: string
  readonly body: string
  readonly isRemoved: boolean
}

export async function findDecidedPost(
  db: Db,
  viewer: Viewer,
  { kind, questionId, id }: { readonly kind: PostKind; readonly questionId: string; readonly id: string },
): Promise<DecidedPost | null> {
  const standsWith = kind === 'question' ? sql`p.id` : sql`p.question_id`
  const { rows } = await sql<DecidedPost>`
    select json_build_object('id', q.id::text, 'slug', q.slug, 'title', q.title) as question, b.slug as board,
      m.name as "authorName", p.body, (p.hidden_at is not null or p.deleted_at is not null) as "isRemoved"
    from ${sql.table(tableOf[kind])} p join questions q on q.id = ${standsWith}
    join boards b on b.id = q.board_id join members m on m.id = p.author_id
    where p.id = ${id}::bigint and q.id = ${questionId}::bigint and q.board_id in ${seenBoards(viewer)}`.execute(db)
  return rows[0] ?? null
}

export async function hidePost(db: Db, kind: PostKind, id: string, byId: string, reason: string): Promise<void> {
  await sql`update ${sql.table(tableOf[kind])} set hidden_at = now(), hidden_by_id = ${byId}::bigint,
    hidden_reason = ${reason} where id = ${id}::bigint`.execute(db)
}

/** Shows a hidden or deleted post again. */
export async function restorePost(db: Db, kind: PostKind, id: string): Promise<void> {
  await sql`update ${sql.table(tableOf[kind])} set hidden_at = null, hidden_by_id = null, hidden_reason = null,
    deleted_at = null, deleted_by_id = null where id = ${id}::bigint`.execute(db)
}

export async function closeQuestionRow(db: Db, id: string, byId: string, reason: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({ closed_at: sql`now()`, closed_by_id: byId, closed_reason: reason })
    .where('id', '=', id)
    .execute()
}

export async function moveQuestionRow(db: Db, id: string, boardId: string): Promise<void> {
  await db.updateTable('questions').set({ board_id: boardId }).where('id', '=', id).execute()
}

/** Everything that hangs on the one question hangs on the other from now on; nobody is counted twice. */
export async function mergeQuestionRows(db: Db, fromId: string, intoId: string): Promise<void> {
  const both = { from: sql`${fromId}::bigint`, into: sql`${intoId}::bigint` }
  for (const table of ['answers', 'comments', 'attachments', 'revisions'] as const) {
    await sql`update ${sql.table(table)} set question_id = ${both.into} where question_id = ${both.from}`.execute(db)
  }
  await moveMarks(db, both)
  await joinPeople(db, both)
  // Whatever led to the one leads to the other in one step.
  await sql`update questions set merged_into_id = ${both.into}
    where id = ${both.from} or merged_into_id = ${both.from}`.execute(db)
  await sql`update questions set duplicate_of_id = ${both.into}
    where duplicate_of_id = ${both.from} and id <> ${both.into}`.execute(db)
  await addUp(db, both)
}

type Both = Readonly<Record<'from' | 'into', RawBuilder<unknown>>>

/** Marks go with their answers. Of the question itself only that customer service looks into it; how it ended was the other asker's. */
async function moveMarks(db: Db, both: Both): Promise<void> {
  await sql`update marks set question_id = ${both.into} where question_id = ${both.from} and answer_id is not null`.execute(
    db,
  )
  await sql`update marks set question_id = ${both.into}
    where question_id = ${both.from} and kind = 'escalated' and withdrawn_at is null and not exists (
      select 1 from marks k where k.question_id = ${both.into} and k.kind = 'escalated' and k.withdrawn_at is null)`.execute(
    db,
  )
}

/** Who has this too, the asker of the one among them, and who follows. */
async function joinPeople(db: Db, both: Both): Promise<void> {
  await sql`insert into same_problems (question_id, member_id, said_at)
    select ${both.into}, member_id, said_at from same_problems where question_id = ${both.from}
    union all select ${both.into}, author_id, created_at from questions where id = ${both.from}
    on conflict do nothing`.execute(db)
  await sql`delete from same_problems s using questions q
    where s.question_id = ${both.into} and q.id = s.question_id and s.member_id = q.author_id`.execute(db)
  await sql`insert into follows (subject_kind, subject_id, member_id, reason, followed_at, ended_at)
    select subject_kind, ${both.into}, member_id, reason, followed_at, ended_at from follows
    where subject_kind = 'question' and subject_id = ${both.from} on conflict do nothing`.execute(db)
}

/** What settling does not count. The asker of the one got the answers of the other when they came here: now. */
async function addUp(db: Db, both: Both): Promise<void> {
  await sql`update questions q set
      same_count = (select count(*) from same_problems where question_id = q.id) + coalesce((
        select sum(t.starting_count) from imported_things t join questions o on o.id = t.thing_id
        where t.kind = 'question' and (o.id = q.id or o.merged_into_id = q.id)), 0),
      comment_count = (select count(*) from comments where question_id = q.id and hidden_at is null and deleted_at is null),
      view_count = q.view_count + d.view_count,
      best_answer_id = coalesce(q.best_answer_id, d.best_answer_id),
      first_answer_at = coalesce(q.first_answer_at, case when d.first_answer_at is not null then now() end),
      moved_up_at = now()
    from questions d where q.id = ${both.into} and d.id = ${both.from}`.execute(db)
  await sql`update questions set comment_count = 0 where id = ${both.from}`.execute(db)
}

export async function setDuplicateOf(db: Db, id: string, ofId: string | null): Promise<void> {
  await db.updateTable('questions').set({ duplicate_of_id: ofId }).where('id', '=', id).execute()
}

/** Nothing is a duplicate of what was merged into it; answers whether it was. */
export async function clearDuplicateOf(db: Db, id: string, ofId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('questions')
    .set({ duplicate_of_id: null })
    .where('id', '=', id)
    .where('duplicate_of_id', '=', ofId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
