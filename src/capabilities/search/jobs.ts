import type { Job } from '#community/capability.ts'
import { reindexEverything } from '#community/finding/reindex.ts'

export const jobs: Job[] = [
  {
    /** After an import or a seed, and when the way of indexing changed. */
    name: 'search.reindex-everything',
    run: async (site) => {
      const count = await reindexEverything(site.db)
      site.log.info({ count }, 'the search index is new')
    },
  },
]
