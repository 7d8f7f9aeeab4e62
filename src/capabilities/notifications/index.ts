import type { Capability } from '#community/capability.ts'
import { readMarkedAt } from './actions.ts'
import { liveRoutes } from './live/routes.ts'
import { mailNotices } from './mailing.ts'
import { routesFor } from './routes.tsx'
import { MAIL_JOB, type MailOrder, noticesListener } from './telling.ts'

/** Being told: bell, page of notices, mail and live pages, of whatever kinds the other capabilities bring. */
export function notifications(others: readonly Capability[]): Capability {
  const kinds = others.flatMap(({ notices = [] }) => notices)
  return {
    name: 'notifications',
    routes: [...routesFor(kinds), ...liveRoutes],
    onQuestionRead: (x, questionId) => readMarkedAt(x.site, x.viewer.id, questionId, x.now),
    listens: [noticesListener(kinds)],
    jobs: [{ name: MAIL_JOB, run: (site, payload) => mailNotices(site, kinds, payload as MailOrder) }],
  }
}
