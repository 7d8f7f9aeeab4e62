import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { isModerator, isStaff, keepsSettings, type Viewer } from '#community/members/actor.ts'

export type Admission = 'admitted' | 'sign-in-first' | 'blocked' | 'missing'

/** Who may pass. Every route names its door, so that permission cannot be forgotten. */
export interface Door<X extends Exchange = Exchange> {
  readonly name: string
  readonly admit: (viewer: Viewer) => Admission
  /** Only there to carry the type of the exchange behind this door. */
  readonly behind?: X
}

export const anyone: Door = { name: 'anyone', admit: () => 'admitted' }

/** Members who may write: blocked members read, but do not write. */
export const members: Door<MemberExchange> = {
  name: 'members',
  admit: (viewer) => (viewer === null ? 'sign-in-first' : viewer.blockedAt === null ? 'admitted' : 'blocked'),
}

/** Members on their own pages, blocked or not. */
export const membersEvenBlocked: Door<MemberExchange> = {
  name: 'members, even blocked',
  admit: (viewer) => (viewer === null ? 'sign-in-first' : 'admitted'),
}

export const staff: Door<MemberExchange> = onlyFor('staff', isStaff)
export const moderators: Door<MemberExchange> = onlyFor('moderators', isModerator)
export const settingsKeepers: Door<MemberExchange> = onlyFor('keepers of settings', keepsSettings)

/** To everybody else such a page does not exist. */
function onlyFor(name: string, passes: (viewer: Viewer) => boolean): Door<MemberExchange> {
  return {
    name,
    admit: (viewer) => {
      if (viewer === null) return 'sign-in-first'
      return passes(viewer) && viewer.blockedAt === null ? 'admitted' : 'missing'
    },
  }
}
