import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'

export interface NewAttachment {
  ownerId: string
  contentHash: string
  name: string
  mime: string
  bytes: number
  width: number
  height: number
  alt: string
  purpose: 'body' | 'avatar' | 'logo'
}

export async function insertAttachment(db: Db, attachment: NewAttachment): Promise<string> {
  const { id } = await db
    .insertInto('attachments')
    .values({
      owner_id: attachment.ownerId,
      content_hash: attachment.contentHash,
      name: attachment.name,
      mime: attachment.mime,
      bytes: attachment.bytes,
      width: attachment.width,
      height: attachment.height,
      alt: attachment.alt,
      purpose: attachment.purpose,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface PictureSubject {
  readonly kind: 'question' | 'answer' | 'comment'
  readonly id: string
  readonly questionId: string
}

/** From now on the question decides who sees these pictures. Only one's own, and only those not yet in another text. */
export async function claimPictures(
  db: Db,
  ownerId: string,
  ids: readonly string[],
  subject: PictureSubject,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('attachments')
    .set({ subject_kind: subject.kind, subject_id: subject.id, question_id: subject.questionId })
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .where('owner_id', '=', ownerId)
    .where('purpose', '=', 'body')
    .where('question_id', 'is', null)
    .execute()
}

export interface SeenAttachment {
  readonly contentHash: string
  readonly mime: string
  readonly bytes: number
  /** Everybody may see it, so caches on the way may keep it. */
  readonly isPublic: boolean
}

/**
 * An attachment as far as the viewer may see it: avatars and logos always, a picture in a text when its question is
 * seen, a picture in no text yet only by its owner.
 */
export async function findAttachment(db: Db, viewer: Viewer, id: string): Promise<SeenAttachment | null> {
  const { rows } = await sql<SeenAttachment>`
    select a.content_hash as "contentHash", a.mime, a.bytes,
      (a.purpose <> 'body' or (q.id is not null and q.hidden_at is null and q.deleted_at is null
        and w.hidden_at is null and w.deleted_at is null and c.hidden_at is null and c.deleted_at is null
        and q.board_id in ${seenBoards(null)})) as "isPublic"
    from attachments a
    left join questions q on q.id = a.question_id
    left join answers w on a.subject_kind = 'answer' and w.id = a.subject_id
    left join comments c on a.subject_kind = 'comment' and c.id = a.subject_id
    where a.id = ${id}::bigint and (a.purpose <> 'body'
      or a.owner_id = ${viewer?.id ?? null}::bigint
      or (q.id is not null and q.board_id in ${seenBoards(viewer)}
        and (${isKeeper(viewer)} or (q.hidden_at is null and q.deleted_at is null
          and w.hidden_at is null and w.deleted_at is null and c.hidden_at is null and c.deleted_at is null))))`.execute(
    db,
  )
  return rows[0] ?? null
}

const isKeeper = (viewer: Viewer) =>
  sql`${viewer?.roles.some((role) => role !== 'editor' && role !== 'director') ?? false}::boolean`

/** The owner says what is in the picture. Whether it was theirs to say. */
export async function updateAlt(db: Db, ownerId: string, id: string, alt: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set({ alt })
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Takes away pictures that came into no text before this moment, unless a draft still shows them. Gives the contents
 * that nothing else shows any more.
 */
export async function deleteUnclaimed(db: Db, before: Date): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    with gone as (
      delete from attachments a
      where a.purpose = 'body' and a.question_id is null and a.created_at < ${before}
        and not exists (select 1 from drafts d
          where d.member_id = a.owner_id and strpos(d.fields::text, '/attachments/' || a.id || '/') > 0)
      returning a.id, a.content_hash)
    select distinct content_hash as hash from gone
    where not exists (select 1 from attachments other
      where other.content_hash = gone.content_hash and other.id not in (select id from gone))`.execute(db)
  return rows.map((row) => row.hash)
}

/** Whether any row still shows this content. */
export async function isContentShown(db: Db, contentHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('attachments')
    .select('id')
    .where('content_hash', '=', contentHash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these contents those that no row shows. */
export async function listUnshown(db: Db, hashes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select hash from unnest(${[...hashes]}::text[]) hash
    where not exists (select 1 from attachments where content_hash = hash)`.execute(db)
  return rows.map((row) => row.hash)
}

export async function deleteOtherAvatars(db: Db, ownerId: string, keptId: string | null): Promise<void> {
  await sql`delete from attachments where owner_id = ${ownerId}::bigint and purpose = 'avatar'
    and id is distinct from ${keptId}::bigint`.execute(db)
}
