import { sql } from 'kysely'
import { handleFrom, handleShape, handleWithSuffix } from '#community/text/handles.ts'
import type { Db } from '#platform/db/database.ts'
import { insertRows, reserveIds } from '#platform/db/rows.ts'
import { freeHandle } from './handle-choice.ts'

export interface UnclaimedMember {
  readonly name: string
  readonly about: string
  readonly joinedAt: Date
  readonly seenAt: Date | null
  /** Stands behind the handle where the plain one is taken. */
  readonly suffix: string
}

/** Members who wrote elsewhere and cannot sign in until they claim their place; answers their ids, in the same order. */
export async function insertUnclaimedMembers(
  db: Db,
  members: readonly UnclaimedMember[],
): Promise<{ id: string; handle: string }[]> {
  const ids = await reserveIds(db, 'members', members.length)
  const handles = await handlesFor(db, members)
  const rows = members.map((member, at) => ({
    ...{ id: ids[at] as string, handle: handles[at] as string, name: member.name, about: member.about, interests: [] },
    ...{ question_count: 0, answer_count: 0, confirmed_count: 0, thanks_count: 0, unread_notice_count: 0 },
    ...{ joined_at: member.joinedAt, seen_at: member.seenAt },
  }))
  await insertRows(db, 'members', rows)
  return rows.map(({ id, handle }) => ({ id, handle }))
}

async function handlesFor(db: Db, members: readonly UnclaimedMember[]): Promise<string[]> {
  const wishes = members.map((member) => handleFrom(member.name, 'lid'))
  const tries = members.flatMap((member, at) => [
    wishes[at] as string,
    handleWithSuffix(wishes[at] as string, member.suffix),
  ])
  const taken = await listTakenShapes(db, tries.map(handleShape))
  const handles: string[] = []
  for (const [at] of members.entries()) {
    const free = tries.slice(at * 2, at * 2 + 2).find((handle) => !taken.has(handleShape(handle)))
    const handle =
      free ?? (await freeHandle(db, handleWithSuffix(wishes[at] as string, Math.floor(1e6 + Math.random() * 9e6))))
    taken.add(handleShape(handle))
    handles.push(handle)
  }
  return handles
}

/** The same steps as handleShape, on the column; an index stands on this expression. */
async function listTakenShapes(db: Db, shapes: readonly string[]): Promise<Set<string>> {
  const shape = sql`translate(replace(replace(replace(replace(handle::text, '-', ''), 'rn', 'm'), 'vv', 'w'), 'cl', 'd'), '1i05', 'llos')`
  const { rows } = await sql<{
    shape: string
  }>`select ${shape} as shape from members where ${shape} = any(${[...shapes]}::text[])`.execute(db)
  return new Set(rows.map((row) => row.shape))
}
