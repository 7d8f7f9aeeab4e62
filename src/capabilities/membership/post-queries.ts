import { sql } from 'kysely'
import type { Exchange } from '#community/exchange.ts'
import type { Viewer } from '#community/members/actor.ts'
import { readOnce } from '#community/read-once.ts'
import { type Audience, audienceOf, seenBoards, seenPost, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

export interface ProfileQuestion {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly language: Language
  readonly at: Date
}

export interface AnsweredQuestion extends ProfileQuestion {
  readonly answerId: string
}

export interface MemberPosts {
  readonly counts: PostCounts
  readonly duplicatesFound: number
  readonly asked: readonly ProfileQuestion[]
  readonly answered: readonly AnsweredQuestion[]
}

/** What a profile shows of somebody's posts, read once for all who see the same boards. */
export function postsOf({ site, viewer }: Pick<Exchange, 'site' | 'viewer'>, memberId: string): Promise<MemberPosts> {
  const audience = audienceOf(viewer)
  return readOnce(site, `posts ${memberId} ${audience.key}`, ['questions', 'sight', 'boards', 'brand'], async () => {
    const [counts, duplicatesFound, asked, answered] = await Promise.all([
      countPostsOf(site.db, audience, memberId),
      countDuplicatesFoundBy(site.db, audience, memberId),
      listQuestionsOf(site.db, audience, memberId),
      listAnsweredBy(site.db, audience, memberId),
    ])
    return { counts, duplicatesFound, asked, answered }
  })
}

/** What this member asked, as far as the viewer may see it. */
export function listQuestionsOf(
  db: Db,
  viewer: Viewer | Audience,
  memberId: string,
  limit = 10,
): Promise<ProfileQuestion[]> {
  return db
    .selectFrom('questions')
    .select(['id', 'slug', 'title', 'language', 'created_at as at'])
    .where('author_id', '=', memberId)
    .where(seenQuestion(viewer))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .$narrowType<{ language: Language }>()
    .execute()
}

/** The questions this member answered, each once with the newest answer, as far as the viewer may see them. */
export async function listAnsweredBy(
  db: Db,
  viewer: Viewer | Audience,
  memberId: string,
  limit = 10,
): Promise<AnsweredQuestion[]> {
  // From the newest answer on, until there are enough: whoever answered hundreds is no slower to show.
  const { rows } = await sql<AnsweredQuestion>`
    select q.id::text as id, q.slug, q.title, q.language, a.created_at as at, a.id::text as "answerId"
    from answers a join questions q on q.id = a.question_id
    where a.author_id = ${memberId}::bigint and ${seenPost('a')} and ${seenQuestion(viewer, 'q')}
      and not exists (
        select 1 from answers newer
        where newer.author_id = a.author_id and newer.question_id = a.question_id and ${seenPost('newer')}
          and (newer.created_at, newer.id) > (a.created_at, a.id))
    order by a.created_at desc, a.id desc limit ${limit}`.execute(db)
  return rows
}

/** Counted over what the viewer may see: kept counters would tell of hidden boards. */
export async function countPostsOf(db: Db, viewer: Viewer | Audience, memberId: string): Promise<PostCounts> {
  const { rows } = await sql<PostCounts>`
    select
      (select count(*)::int from questions where author_id = ${memberId}::bigint and ${seenQuestion(viewer)}) as questions,
      (select count(*)::int from answers join questions on questions.id = answers.question_id
        where answers.author_id = ${memberId}::bigint and ${seenPost('answers')} and ${seenQuestion(viewer)}) as answers`.execute(
    db,
  )
  return rows[0] ?? { questions: 0, answers: 0 }
}

export interface PostCounts {
  readonly questions: number
  readonly answers: number
}

/**
 * How often this member was right that a question was asked before, for as long as that holds. Only what the viewer may
 * see of both questions counts.
 */
export async function countDuplicatesFoundBy(db: Db, viewer: Viewer | Audience, memberId: string): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from duplicate_proposals p
    join questions s on s.id = p.question_id
    join questions o on o.id = p.of_id
    join questions t on t.id = coalesce(o.merged_into_id, o.id)
    where p.proposed_by_id = ${memberId}::bigint and p.outcome = 'accepted'
      and coalesce(s.merged_into_id, s.duplicate_of_id, o.merged_into_id, o.duplicate_of_id) is not null
      and s.hidden_at is null and s.deleted_at is null and s.board_id in ${seenBoards(viewer)}
      and ${seenQuestion(viewer, 't')}`.execute(db)
  return rows[0]?.found ?? 0
}
