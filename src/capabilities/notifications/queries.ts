import { type RawBuilder, sql } from 'kysely'
import type { Actor, Role } from '#community/members/actor.ts'
import type { NoticeKind, Telling } from '#community/notices/notice-kind.ts'
import { listSeers, seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

/** Whoever reads notices: enough of a member to decide what they may see. */
export type Reader = Pick<Actor, 'id' | 'roles'>

/** One line of notices: one notice, or several of a kind about one question. */
export interface NoticeLine {
  readonly id: string
  readonly kind: string
  readonly ids: string[]
  readonly count: number
  readonly isRead: boolean
  readonly createdAt: Date
  readonly questionId: string
  readonly questionTitle: string
  readonly answerId: string | null
  readonly commentId: string | null
  readonly actorId: string | null
  readonly actorName: string | null
  readonly html: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** At most so many are looked at for the page of notices. */
const MOST = 2_000

interface Which {
  readonly bundledKinds: readonly string[]
  readonly only?: RawBuilder<boolean>
  readonly before?: string | null
  readonly limit: number
}

/** Newest first, and only what this member may still see now: also the counts hold nothing else. */
export async function listLines(db: Db, reader: Reader, which: Which): Promise<NoticeLine[]> {
  const { bundledKinds, only = sql`true`, before = null, limit } = which
  const { rows } = await sql<NoticeLine>`
    with seen as materialized (${seenNotices(reader, only)}),
    lines as (
      select max(id) as id, array_agg(id::text order by id) as ids, count(*)::int as count, kind, "questionId",
        bool_and(read_at is not null) as "isRead", max(created_at) as "createdAt"
      from seen
      group by kind, "questionId", read_at is not null, case when kind = any(${[...bundledKinds]}::text[]) then 0 else id end)
    select l.id::text as id, l.ids, l.count, l.kind, l."questionId"::text as "questionId", l."isRead", l."createdAt",
      s.title as "questionTitle", s."answerId"::text as "answerId", s."commentId"::text as "commentId", s.facts,
      s."actorId"::text as "actorId", m.name as "actorName", left(s.html, 2000) as html
    from lines l join seen s on s.id = l.id left join members m on m.id = s."actorId"
    where ${before}::bigint is null or l.id < ${before}::bigint
    order by l.id desc limit ${limit}`.execute(db)
  return rows
}

/** The line in which this notice stands. */
export async function findLine(
  db: Db,
  reader: Reader,
  bundledKinds: readonly string[],
  id: string,
): Promise<NoticeLine | undefined> {
  const only = sql<boolean>`n.question_id = (
    select question_id from notices where id = ${id}::bigint and member_id = ${reader.id}::bigint)`
  const lines = await listLines(db, reader, { bundledKinds, only, limit: MOST })
  return lines.find(({ ids }) => ids.includes(id))
}

/**
 * Someone whose own text was hidden is still told why, so they still see notices about it; all others see what the
 * question's board and state allow. A merged question is read where it went. Of what went out of sight nothing is read
 * but the title it had before.
 */
const seenNotices = (reader: Reader, only: RawBuilder<boolean>) => sql`
  select n.id, n.kind, n.created_at, n.read_at, n.facts, n.actor_id as "actorId", n.answer_id as "answerId",
    n.comment_id as "commentId", q.id as "questionId", coalesce(n.facts ->> 'lastTitle', q.title) as title,
    case when n.facts ? 'lastTitle' then '' else coalesce(c.html, a.html, q.html) end as html
  from (select * from notices n where n.member_id = ${reader.id}::bigint and ${only} order by id desc limit ${MOST}) n
  join questions o on o.id = n.question_id
  join questions q on q.id = coalesce(o.merged_into_id, o.id)
  left join answers a on a.id = n.answer_id
  left join comments c on c.id = n.comment_id
  where n.facts ? 'lastTitle' or q.board_id in ${seenBoards(reader as Actor)}
    and (q.hidden_at is null and q.deleted_at is null or q.author_id = ${reader.id}::bigint)
    and (a.id is null or a.hidden_at is null and a.deleted_at is null or a.author_id = ${reader.id}::bigint)
    and (c.id is null or c.hidden_at is null and c.deleted_at is null or c.author_id = ${reader.id}::bigint)`

/** A telling and the kind of notice that it becomes. */
export interface KindTelling extends Telling {
  readonly kind: string
}

/** Of these tellings, those whose member may see what they tell of. */
export async function listVisible<T extends Telling>(db: Db, tellings: readonly T[]): Promise<T[]> {
  const place = (reader: { memberId: string; questionId: string }) => `${reader.memberId} ${reader.questionId}`
  const seers = new Set((await listSeers(db, tellings)).map(place))
  const visible: T[] = []
  for (const telling of tellings) {
    const isLast = telling.facts?.lastTitle !== undefined
    if (isLast || seers.has(place(telling)) || (await isOwn(db, telling))) visible.push(telling)
  }
  return visible
}

async function isOwn(db: Db, { memberId, questionId }: Telling): Promise<boolean> {
  const reader = await findReader(db, memberId)
  if (!reader) return false
  const { rows } = await sql`
    select 1 from questions where id = ${questionId}::bigint and author_id = ${memberId}::bigint
      and board_id in ${seenBoards(reader as Actor)}`.execute(db)
  return rows.length > 0
}

/** Members who can sign in, each told once, of the first where several tell of the same: answers what is new. */
export async function insertNotices<T extends KindTelling>(db: Db, tellings: readonly T[]): Promise<T[]> {
  if (tellings.length === 0) return []
  const values = JSON.stringify(tellings.map((telling, place) => ({ ...telling, place })))
  const { rows } = await sql<{ memberId: string; happening: string }>`
    insert into notices (member_id, kind, happening, question_id, answer_id, comment_id, actor_id, facts)
    select t."memberId", t.kind, t.happening, t."questionId", t."answerId", t."commentId", t."actorId",
      coalesce(t.facts, '{}')
    from jsonb_to_recordset(${values}::jsonb) as t(place int, "memberId" bigint, kind text, happening text,
      "questionId" bigint, "answerId" bigint, "commentId" bigint, "actorId" bigint, facts jsonb)
    join members m on m.id = t."memberId" and m.account_id is not null
    order by t.place
    on conflict do nothing
    returning member_id::text as "memberId", happening`.execute(db)
  const isNew = new Set(rows.map(({ memberId, happening }) => `${memberId} ${happening}`))
  return tellings.filter(({ memberId, happening }) => isNew.delete(`${memberId} ${happening}`))
}

/** In the order of ids, so that two deliveries never wait for each other. */
export async function updateUnread(db: Db, memberIds: readonly string[]): Promise<void> {
  await sql`
    with locked as (select id from members where id = any(${[...memberIds]}::bigint[]) order by id for no key update)
    update members m set unread_notice_count =
      (select count(*) from notices n where n.member_id = m.id and n.read_at is null)
    from locked where m.id = locked.id`.execute(db)
}

export async function updateRead(db: Db, memberId: string, ids: readonly string[] | 'all'): Promise<boolean> {
  const unread = db
    .updateTable('notices')
    .set({ read_at: sql`now()` })
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
  const chosen = ids === 'all' ? unread : unread.where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
  return (await chosen.executeTakeFirst()).numUpdatedRows > 0n
}

/** What was told of this question, or of one merged into it, until that moment: later news was not on the screen. */
export async function updateReadAt(db: Db, memberId: string, questionId: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update notices set read_at = now()
    where member_id = ${memberId}::bigint and read_at is null and created_at <= ${at}
      and question_id in (select id from questions
        where id = ${questionId}::bigint or merged_into_id = ${questionId}::bigint)`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

export async function listPreferences(db: Db, memberIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ memberId: string; kind: string; mail: string }>`
    select member_id::text as "memberId", kind, mail from notice_preferences
    where member_id = any(${[...memberIds]}::bigint[])`.execute(db)
  return new Map(rows.map(({ memberId, kind, mail }) => [`${memberId} ${kind}`, mail]))
}

/** Null for a member who is not there: the link of an old mail. */
export async function insertPreference(db: Db, memberId: string, kind: string, mail: 'on' | 'off'): Promise<boolean> {
  const { rows } = await sql`
    insert into notice_preferences (member_id, kind, mail)
    select id, ${kind}, ${mail} from members where id = ${memberId}::bigint
    on conflict (member_id, kind) do update set mail = excluded.mail, changed_at = now()
    returning 1`.execute(db)
  return rows.length > 0
}

/** When each of these members was last mailed about this kind of thing on a question, keyed by `orderKey`. */
export async function listLastMailed(db: Db, tellings: readonly KindTelling[]): Promise<Map<string, Date>> {
  if (tellings.length === 0) return new Map()
  const { rows } = await sql<KindTelling & { at: Date }>`
    select t.member_id::text as "memberId", t.question_id::text as "questionId", t.kind, max(n.mailed_at) as at
    from unnest(${tellings.map(({ memberId }) => memberId)}::bigint[],
      ${tellings.map(({ questionId }) => questionId)}::bigint[],
      ${tellings.map(({ kind }) => kind)}::text[]) t (member_id, question_id, kind)
    join notices n on n.member_id = t.member_id and n.question_id = t.question_id and n.kind = t.kind
    where n.mailed_at is not null
    group by 1, 2, 3`.execute(db)
  return new Map(rows.map((row) => [orderKey(row), row.at]))
}

/** What is mailed together: all of a kind that one member is told about one question. */
export const orderKey = ({ memberId, questionId, kind }: Pick<KindTelling, 'memberId' | 'questionId' | 'kind'>) =>
  `${memberId}:${questionId}:${kind}`

/** What waits to be mailed, and was not read on the site in the meantime. */
export const waitingForMail = (questionId: string, kind: string): RawBuilder<boolean> => sql`
  (n.question_id = ${questionId}::bigint and n.kind = ${kind} and n.mailed_at is null and n.read_at is null)`

/** All of it at once, also what need not be mailed any more: nothing is mailed twice. */
export async function updateMailed(db: Db, memberId: string, questionId: string, kind: string): Promise<void> {
  await db
    .updateTable('notices')
    .set({ mailed_at: sql`now()` })
    .where('member_id', '=', memberId)
    .where('question_id', '=', questionId)
    .where('kind', '=', kind)
    .where('mailed_at', 'is', null)
    .execute()
}

export interface Addressee extends Reader {
  readonly email: string
  readonly language: Language | null
  readonly blockedAt: Date | null
}

export async function findAddressee(db: Db, memberId: string): Promise<Addressee | undefined> {
  const { rows } = await sql<Addressee>`
    select m.id::text as id, u.email::text as email, m.language, m.blocked_at as "blockedAt",
      array(select role from member_roles r where r.member_id = m.id)::text[] as roles
    from members m join auth_users u on u.id = m.account_id
    where m.id = ${memberId}::bigint and u.email_verified`.execute(db)
  return rows[0]
}

async function findReader(db: Db, memberId: string): Promise<Reader | undefined> {
  const { rows } = await sql<{ id: string; roles: Role[] }>`
    select id::text as id, array(select role from member_roles r where r.member_id = m.id)::text[] as roles
    from members m where id = ${memberId}::bigint`.execute(db)
  return rows[0]
}

export const bundledOf = (kinds: readonly NoticeKind[]): string[] =>
  kinds.filter(({ bundled }) => bundled).map(({ kind }) => kind)
