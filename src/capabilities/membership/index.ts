import type { Capability } from '#community/capability.ts'
import type { Site } from '#community/site.ts'
import { sweepVerifications } from '#platform/auth/codes.ts'
import { sweepRateLimits } from '#platform/http/rate-limits.ts'
import { api } from './api.ts'
import { accountPath } from './paths.ts'
import { routes } from './routes.tsx'

export const membership: Capability = {
  name: 'membership',
  routes,
  api,
  accountLinks: [{ weight: 10, label: 'membership.account.title', path: accountPath }],
  jobs: [
    {
      name: 'membership.sweep',
      every: '17 * * * *',
      run: sweep,
    },
  ],
}

/** Codes, links, sessions and counts that are over. */
async function sweep({ db, now }: Site) {
  await sweepVerifications(db, now())
  await sweepRateLimits(db, now())
}
