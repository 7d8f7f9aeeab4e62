import { type RawBuilder, sql } from 'kysely'
import { isModerator, type Viewer } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'

/**
 * The one place that decides what somebody may see. Pages, API, feeds, search, suggestions, notices, mail, the sitemap
 * and live updates all ask here; nothing else compares boards with members.
 */

/** Everybody who sees the same boards: what is read for one of them may be shown to each. */
export interface Audience {
  /** Part of the key of what is kept for them; another audience never has it. */
  readonly key: string
  /** Those who keep order: hidden posts stand before them where they stood. */
  readonly keepsOrder: boolean
  readonly boards: RawBuilder<string>
}

/** What decides is what was read with the session, never the tables anew: no other member's boards slip in between. */
export function audienceOf(viewer: Viewer): Audience {
  if (viewer === null) return { key: 'visitors', keepsOrder: false, boards: seenBoards(viewer) }
  if (isModerator(viewer)) return { key: 'moderators', keepsOrder: true, boards: seenBoards(viewer) }
  const { listedBoards } = viewer
  return {
    key: `members ${listedBoards}`,
    keepsOrder: false,
    boards: sql`(select id from boards where access in ('everyone', 'members') or id = any(${listedBoards}::bigint[]))`,
  }
}

/** What an actor is read with: the boards that list the member whom the query calls `alias`. */
export function listedBoards(alias: string): RawBuilder<string[]> {
  const id = sql.ref(`${alias}.id`)
  return sql`array(select board_id from board_members where member_id = ${id} order by board_id)::text[]`
}

/** Subquery of the ids of the boards that this viewer, or everybody in this audience, may see. */
export function seenBoards(viewer: Viewer | Audience): RawBuilder<string> {
  if (viewer === null) return sql`(select id from boards where access = 'everyone')`
  if ('boards' in viewer) return viewer.boards
  if (isModerator(viewer)) return sql`(select id from boards)`
  return sql`(select id from boards where access in ('everyone', 'members')
    union all select board_id from board_members where member_id = ${viewer.id}::bigint)`
}

/**
 * Condition on a row of `questions` (named `alias` in the query): it stands in a board the viewer may see, and it is
 * not hidden, deleted or merged away. Moderators see hidden and deleted questions through `kept`, never in lists.
 */
export function seenQuestion(viewer: Viewer | Audience, alias = 'questions'): RawBuilder<boolean> {
  const q = sql.raw(alias)
  return sql<boolean>`(${q}.hidden_at is null and ${q}.deleted_at is null and ${q}.merged_into_id is null
    and ${q}.board_id in ${seenBoards(viewer)})`
}

/** Condition on a row of `answers` or `comments`: shown to everybody who sees the question. */
export function seenPost(alias: string): RawBuilder<boolean> {
  const post = sql.raw(alias)
  return sql<boolean>`(${post}.hidden_at is null and ${post}.deleted_at is null)`
}

/** What a direct look at one question finds. */
export type Sight = 'seen' | 'removed' | 'missing'

/**
 * One question by id: `seen`, `removed` (it was there for this viewer and is hidden or deleted now) or `missing`
 * (unknown, or not theirs to see: the two are the same). The author and moderators still see a hidden question.
 */
export async function sightOfQuestion(db: Db, viewer: Viewer, questionId: string): Promise<Sight> {
  const row = await db
    .selectFrom('questions')
    .select(['author_id', 'hidden_at', 'deleted_at'])
    .where('id', '=', questionId)
    // What was merged is read where it went, by whoever may see that.
    .where('merged_into_id', 'is', null)
    .where(sql<boolean>`board_id in ${seenBoards(viewer)}`)
    .executeTakeFirst()
  if (!row) return 'missing'
  return sightOf(viewer, { authorId: row.author_id, hiddenAt: row.hidden_at, deletedAt: row.deleted_at })
}

/** The same decision on a row that was already read from a board the viewer may see. */
export function sightOf(
  viewer: Viewer,
  post: { authorId: string; hiddenAt: Date | null; deletedAt: Date | null },
): Exclude<Sight, 'missing'> {
  if (isModerator(viewer)) return 'seen'
  if (post.deletedAt !== null) return 'removed'
  if (post.hiddenAt !== null && viewer?.id !== post.authorId) return 'removed'
  return 'seen'
}

/** Of these members, who may see the question: for notices and mail, where nobody is looking yet. */
export async function membersWhoSee(db: Db, questionId: string, memberIds: readonly string[]): Promise<Set<string>> {
  const seers = await listSeers(
    db,
    memberIds.map((memberId) => ({ memberId, questionId })),
  )
  return new Set(seers.map(({ memberId }) => memberId))
}

export interface Reader {
  readonly memberId: string
  readonly questionId: string
}

/** The same for many questions at once: of these readers, each with a question, those who may see theirs. */
export async function listSeers(db: Db, readers: readonly Reader[]): Promise<Reader[]> {
  if (readers.length === 0) return []
  const { rows } = await sql<Reader>`
    select m.id::text as "memberId", q.id::text as "questionId"
    from unnest(${readers.map(({ memberId }) => memberId)}::bigint[],
      ${readers.map(({ questionId }) => questionId)}::bigint[]) r (member_id, question_id)
    join members m on m.id = r.member_id
    join questions q on q.id = r.question_id
    join boards b on b.id = q.board_id
    where q.hidden_at is null and q.deleted_at is null and ${boardSeenBy('m', 'b')}`.execute(db)
  return rows
}

/** Condition: the member whom the query calls so may see the board that it calls so, where nobody is looking yet. */
export function boardSeenBy(member: string, board: string): RawBuilder<boolean> {
  const [m, b] = [sql.raw(member), sql.raw(board)]
  return sql<boolean>`(${b}.access in ('everyone', 'members')
    or exists (select 1 from board_members l where l.board_id = ${b}.id and l.member_id = ${m}.id)
    or exists (select 1 from member_roles r where r.member_id = ${m}.id
      and r.role in ('moderator', 'manager', 'administrator')))`
}
