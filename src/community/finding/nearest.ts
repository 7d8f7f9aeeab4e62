import type { Viewer } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import { suggestQuestions } from './find.ts'

/** For an address that leads nowhere: the questions that come nearest to its words, as far as the viewer may see them. */
export async function findNearest(db: Db, viewer: Viewer, words: string): Promise<{ path: string; title: string }[]> {
  if (words.length < 3) return []
  const hits = await suggestQuestions(db, viewer, words, { limit: 5 })
  return hits.map((hit) => ({ path: `/questions/${hit.id}/${hit.slug}`, title: hit.title }))
}
