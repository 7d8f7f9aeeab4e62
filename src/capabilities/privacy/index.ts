import type { Capability } from '#community/capability.ts'
import { anyone } from '#community/permissions/doors.ts'
import { get } from '#community/routes.ts'
import { page } from '#platform/http/reply.ts'
import { privacyPage } from './pages/privacy-page.tsx'

/** Says what is kept about people, for how long, and what they can do about it. */
export const privacy: Capability = {
  name: 'privacy',
  routes: [get('/privacy', anyone, (x) => page(privacyPage(x)), { keptFor: { query: [] } })],
  footerLinks: [{ weight: 90, label: 'privacy.title', path: '/privacy' }],
}
