import { type RawBuilder, sql } from 'kysely'
import type { Recordable } from '#community/activity/record.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { listQuotedAuthors } from './queries.ts'
import { postAt } from './quoted.ts'

const MOST_QUOTED = 10

/** Records whose words an answer quotes that is still to be made. Answers that quote nobody ask nothing. */
export async function quotesInNew(
  db: Db,
  actor: Actor,
  paths: readonly string[],
  { questionId, boardId, answerId }: { questionId: string; boardId: string; answerId: RawBuilder<string> },
): Promise<Recordable[]> {
  const posts = paths.flatMap((path) => postAt(questionId, path) ?? []).slice(0, MOST_QUOTED)
  if (posts.length === 0) return []
  const authors = await listQuotedAuthors(db, questionId, posts, actor.id)
  return authors.map((subjectId) => ({
    ...{ kind: 'member.quoted', actorId: actor.id, subjectKind: 'member', subjectId, questionId, boardId },
    facts: sql<Record<string, string>>`jsonb_build_object('answerId', ${answerId}::text)`,
  }))
}
