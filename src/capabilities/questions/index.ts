import type { Capability } from '#community/capability.ts'
import { api } from './api.ts'
import { Alive } from './home/alive.tsx'
import { Boards } from './home/boards.tsx'
import { Proof } from './home/proof.tsx'
import { Waiting } from './home/waiting.tsx'
import { notices } from './notices.ts'
import { sendReminders } from './reminders/remind.ts'
import { routes } from './routes.tsx'
import { sitemap } from './sitemap.ts'

/** Asking, answering, and knowing how it ended. */
export const questions: Capability = {
  name: 'questions',
  routes,
  api,
  notices,
  sitemap,
  jobs: [{ name: 'questions.remind', every: '*/15 * * * *', run: async (site) => void (await sendReminders(site)) }],
  navigation: [{ weight: 10, label: 'questions.title', path: '/questions' }],
  accountLinks: [
    { weight: 10, label: 'questions.view.mine', path: '/questions?view=mine' },
    { weight: 11, label: 'questions.view.followed', path: '/questions?view=followed' },
  ],
  home: { proof: Proof, waiting: Waiting, alive: Alive, beside: Boards },
}
