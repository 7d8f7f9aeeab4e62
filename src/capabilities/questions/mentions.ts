import { type RawBuilder, sql } from 'kysely'
import type { Happening } from '#community/activity/activity.ts'
import { type Recordable, record } from '#community/activity/record.ts'
import type { Actor } from '#community/members/actor.ts'
import { listRevisions, type PostKind } from '#community/revisions/revisions.ts'
import { mentionsIn } from '#community/text/mentions.ts'
import type { Db } from '#platform/db/database.ts'
import { findMentioned } from './queries.ts'

/** Nobody calls a whole street together. */
const MOST_MENTIONS = 10

export interface MentionPlace {
  readonly questionId: string
  readonly boardId: string
  readonly answerId?: string
  readonly commentId?: string
}

/** Records who was called by name; whether they may see it is decided when they are told. */
export async function recordMentions(
  db: Db,
  actor: Actor,
  handles: readonly string[],
  place: MentionPlace,
): Promise<void> {
  const { answerId = null, commentId = null } = place
  const facts = { answerId, commentId }
  const mentioned = await listMentioned(db, actor, handles)
  await record(db, ...mentioned.map((id): Happening => ({ ...mention(actor, id, place), facts })))
}

/** Of a text that was changed, what stood before being kept already: whoever was named in it earlier was told then. */
export async function recordNewMentions(
  db: Db,
  actor: Actor,
  handles: readonly string[],
  changed: { kind: PostKind; id: string; question: { id: string; boardId: string } },
): Promise<void> {
  if (handles.length === 0) return
  const { kind, id, question } = changed
  const earlier = await listRevisions(db, kind, id)
  const named = new Set(earlier.flatMap(({ body }) => mentionsIn(body).map(({ handle }) => handle)))
  const added = handles.filter((handle) => !named.has(handle)).slice(0, Math.max(0, MOST_MENTIONS - named.size))
  const place = { questionId: question.id, boardId: question.boardId }
  const facts = { answerId: kind === 'answer' ? id : null, commentId: kind === 'comment' ? id : null, isLater: true }
  const mentioned = await listMentioned(db, actor, added)
  await record(db, ...mentioned.map((memberId): Happening => ({ ...mention(actor, memberId, place), facts })))
}

/** The same as `recordMentions` for an answer that is still to be made. */
export async function mentionsInNew(
  db: Db,
  actor: Actor,
  handles: readonly string[],
  place: { questionId: string; boardId: string; answerId: RawBuilder<string> },
): Promise<Recordable[]> {
  const facts = sql<Record<string, string>>`jsonb_build_object('answerId', ${place.answerId}::text, 'commentId', null)`
  const mentioned = await listMentioned(db, actor, handles)
  return mentioned.map((id) => ({ ...mention(actor, id, place), facts }))
}

/** Texts that call nobody ask nothing. */
const listMentioned = async (db: Db, actor: Actor, handles: readonly string[]): Promise<string[]> =>
  handles.length === 0 ? [] : findMentioned(db, handles.slice(0, MOST_MENTIONS), actor.id)

const mention = (actor: Actor, memberId: string, { questionId, boardId }: { questionId: string; boardId: string }) => ({
  kind: 'member.mentioned',
  actorId: actor.id,
  subjectKind: 'member',
  subjectId: memberId,
  questionId,
  boardId,
})
