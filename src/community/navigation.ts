import type { Viewer } from '#community/members/actor.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'

/** A link that a capability adds around every page. */
export interface NavigationEntry {
  /** Lighter ones stand first. */
  readonly weight: number
  readonly label: MessageKey
  readonly path: string
  readonly showTo?: (viewer: Viewer) => boolean
}
