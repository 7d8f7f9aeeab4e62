import type { Capability } from '#community/capability.ts'
import { deleteExpiredAssessments } from './assessment/queries.ts'
import { readinessPath } from './paths.ts'
import { routes } from './routes.tsx'

export const readiness: Capability = {
  name: 'readiness',
  routes,
  footerLinks: [{ weight: 80, label: 'assessment.title', path: readinessPath }],
  jobs: [
    {
      name: 'readiness.expire',
      every: '47 3 * * *',
      run: async ({ db, now }) => {
        await deleteExpiredAssessments(db, now())
      },
    },
  ],
}
