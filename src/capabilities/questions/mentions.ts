import { record } from '#community/activity/record.ts'
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
  if (handles.length === 0) return
  const mentioned = await findMentioned(db, handles.slice(0, MOST_MENTIONS), actor.id)
  for (const id of mentioned) {
    await record(db, {
      kind: 'member.mentioned',
      actorId: actor.id,
      subjectKind: 'member',
      subjectId: id,
      questionId: place.questionId,
      boardId: place.boardId,
      facts: { answerId: place.answerId ?? null, commentId: place.commentId ?? null },
    })
  }
}
