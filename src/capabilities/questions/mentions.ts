import { type RawBuilder, sql } from 'kysely'
import type { Happening } from '#community/activity/activity.ts'
import { type Recordable, record } from '#community/activity/record.ts'
import type { Actor } from '#community/members/actor.ts'
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

/** The same for an answer that is still to be made. */
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
