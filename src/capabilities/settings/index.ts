import type { Capability } from '#community/capability.ts'
import { isModerator, keepsSettings } from '#community/members/actor.ts'
import { Beginning } from './beginning/beginning.tsx'
import { membersPath, settingsPath } from './paths.ts'
import { REINDEX_JOB, reindex } from './reindexing.ts'
import { routes } from './routes.tsx'

/** How the community is set up, and by whom it is kept. */
export const settings: Capability = {
  name: 'settings',
  routes,
  home: { waiting: Beginning },
  jobs: [{ name: REINDEX_JOB, run: reindex }],
  accountLinks: [
    { weight: 40, label: 'settings.title', path: settingsPath, showTo: keepsSettings },
    { weight: 41, label: 'settings.members.title', path: membersPath, showTo: isModerator },
  ],
}
