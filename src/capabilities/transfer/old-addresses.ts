import type { Db } from '#platform/db/database.ts'
import { findTarget } from './queries.ts'

/**
 * Where a page that came from elsewhere stands now, by its old path; null for any other path. Ask it only for what would
 * be not found: our own pages go first.
 */
export async function findOldAddress(db: Db, path: string): Promise<string | null> {
  const wanted = plainPath(path)
  return wanted && findTarget(db, wanted.path, wanted.isScoped)
}

const SHAPE =
  /^(\/import\/[a-z0-9-]{1,60})?\/(questions|q|a|users)\/(-?\d{1,15})(?:\/[^/]{0,300}(?:\/(\d{1,15}))?)?\/?$/

/** The words in an address, and who passed it on, do not matter; an answer's address names its question too. */
function plainPath(path: string): { path: string; isScoped: boolean } | null {
  const [, scope = '', place, id, answer] = SHAPE.exec(path) ?? []
  if (!place || !id) return null
  const isScoped = scope !== ''
  if (place === 'users') return { path: `${scope}/users/${id}`, isScoped }
  if (place === 'a') return { path: `${scope}/a/${id}`, isScoped }
  return { path: place === 'questions' && answer ? `${scope}/a/${answer}` : `${scope}/questions/${id}`, isScoped }
}
