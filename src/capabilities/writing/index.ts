import type { Capability } from '#community/capability.ts'
import { deleteExpiredDrafts } from '#community/drafts/queries.ts'
import { routes } from './routes.ts'
import { removeLeftFiles, removeUnclaimedPictures } from './sweeping.ts'

export const writing: Capability = {
  name: 'writing',
  routes,
  jobs: [
    { name: 'drafts.expire', every: '41 3 * * *', run: (site) => deleteExpiredDrafts(site.db, site.now()) },
    { name: 'attachments.sweep', every: '23 * * * *', run: removeUnclaimedPictures },
    { name: 'attachments.left-files', every: '11 4 * * *', run: removeLeftFiles },
  ],
}
