import { sql } from 'kysely'
import type { PostKind } from '#community/revisions/revisions.ts'
import type { Db } from '#platform/db/database.ts'

const tableOf = { question: 'questions', answer: 'answers', comment: 'comments' } as const

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

export async function reopenQuestionRow(db: Db, id: string): Promise<void> {
  await db
    .updateTable('questions')
    .set({ closed_at: null, closed_by_id: null, closed_reason: null, moved_up_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

export async function moveQuestionRow(db: Db, id: string, boardId: string): Promise<void> {
  await db.updateTable('questions').set({ board_id: boardId }).where('id', '=', id).execute()
}

/** Everything that hangs on the one question hangs on the other from now on; nobody is counted twice. */
export async function mergeQuestionRows(db: Db, fromId: string, intoId: string): Promise<void> {
  const both = { from: sql`${fromId}::bigint`, into: sql`${intoId}::bigint` }
  await sql`update answers set question_id = ${both.into} where question_id = ${both.from}`.execute(db)
  await sql`update comments set question_id = ${both.into} where question_id = ${both.from}`.execute(db)
  await sql`update marks set question_id = ${both.into} where question_id = ${both.from} and answer_id is not null`.execute(
    db,
  )
  await sql`update attachments set question_id = ${both.into} where question_id = ${both.from}`.execute(db)
  await sql`update revisions set question_id = ${both.into} where question_id = ${both.from}`.execute(db)
  await sql`insert into same_problems (question_id, member_id, said_at)
    select ${both.into}, member_id, said_at from same_problems where question_id = ${both.from}
    union all select ${both.into}, author_id, created_at from questions q where id = ${both.from}
      and author_id <> (select author_id from questions where id = ${both.into})
    on conflict do nothing`.execute(db)
  await sql`delete from same_problems s using questions q
    where s.question_id = ${both.into} and q.id = s.question_id and s.member_id = q.author_id`.execute(db)
  await sql`insert into follows (subject_kind, subject_id, member_id, reason, followed_at, ended_at)
    select subject_kind, ${both.into}, member_id, reason, followed_at, ended_at from follows
    where subject_kind = 'question' and subject_id = ${both.from} on conflict do nothing`.execute(db)
  await sql`update questions set merged_into_id = ${both.into} where id = ${both.from} or merged_into_id = ${both.from}`.execute(
    db,
  )
  await sql`update questions q set
      same_count = (select count(*) from same_problems where question_id = q.id) + coalesce((
        select sum(starting_count) from imported_things where kind = 'question' and thing_id in (q.id, d.id)), 0),
      comment_count = (select count(*) from comments where question_id = q.id and hidden_at is null and deleted_at is null),
      view_count = q.view_count + d.view_count,
      first_answer_at = least(q.first_answer_at, d.first_answer_at),
      last_answer_at = greatest(q.last_answer_at, d.last_answer_at), moved_up_at = now()
    from questions d where q.id = ${both.into} and d.id = ${both.from}`.execute(db)
}

export async function setDuplicateOf(db: Db, id: string, ofId: string | null): Promise<void> {
  await db.updateTable('questions').set({ duplicate_of_id: ofId }).where('id', '=', id).execute()
}
