import type { Capability } from '#community/capability.ts'
import { sweepVerifications } from '#platform/auth/codes.ts'
import { routes } from './routes.tsx'

export const membership: Capability = {
  name: 'membership',
  routes,
  jobs: [
    {
      name: 'membership.sweep',
      every: '17 4 * * *',
      run: (site) => sweepVerifications(site.db, site.now()),
    },
  ],
}
