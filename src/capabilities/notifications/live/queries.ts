import { sql } from 'kysely'
import { membersWhoSee, sightOfQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Connection } from './connection.ts'

/** Of these open pages, those whose reader may see the question now: two queries, however many there are. */
export async function whoSees(db: Db, questionId: string, open: readonly Connection[]): Promise<Connection[]> {
  const ids = open.flatMap(({ viewer }) => viewer?.id ?? [])
  const hasVisitors = open.some(({ viewer }) => viewer === null)
  const [members, visitors] = await Promise.all([
    membersWhoSee(db, questionId, [...new Set(ids)]),
    hasVisitors ? sightOfQuestion(db, null, questionId) : 'missing',
  ])
  return open.filter(({ viewer }) => (viewer === null ? visitors === 'seen' : members.has(viewer.id)))
}

/** Who may see the boards of these questions: everyone, members, or a list. */
export async function boardsOf(db: Db, questionIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ access: string }>`
    select distinct b.access from questions q join boards b on b.id = q.board_id
    where q.id = any(${[...questionIds]}::bigint[])`.execute(db)
  return new Set(rows.map((row) => row.access))
}

/** Of these sessions, those that still stand and whose member is not blocked. */
export async function listLiveSessions(db: Db, sessionIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select s.id from auth_sessions s join members m on m.account_id = s.user_id
    where s.id = any(${[...new Set(sessionIds)]}::text[]) and s.expires_at > now() and m.blocked_at is null`.execute(db)
  return new Set(rows.map((row) => row.id))
}
