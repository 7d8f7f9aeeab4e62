import type { Viewer } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { findQuestions } from './find.ts'

export interface NearMatch {
  readonly path: string
  readonly title: string
  readonly language: Language
}

/** What somebody may have looked for who came to an address that is not there. */
export async function findNearest(db: Db, viewer: Viewer, words: string): Promise<NearMatch[]> {
  const { hits } = await findQuestions(db, viewer, { words, limit: 5 })
  return hits.map(({ id, slug, title, language }) => ({ path: `/questions/${id}/${slug}`, title, language }))
}
