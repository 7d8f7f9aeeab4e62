import type { Exchange } from '#community/exchange.ts'
import { MenuGroup, MenuLink } from '#ui/elements/menu-items.tsx'
import type { Kept } from '../keeping/actions.ts'
import { type KeepingDeed, keepingPath } from '../keeping/paths.ts'
import { mayKeepAny } from '../rules.ts'

interface Standing {
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
  readonly closedAt?: Date | null
  readonly state?: string
}

/** What a moderator can do with a post; each asks for a reason first. */
export function KeepingLinks({ x, post, standing }: { x: Exchange; post: Kept; standing: Standing }) {
  if (!mayKeepAny(x.viewer)) return null
  return (
    <MenuGroup>
      {deedsFor(post, standing).map((deed) => (
        <MenuLink href={keepingPath(post, deed)} icon="shield-check" key={deed}>
          {x.t(`questions.keeping.${deed}`)}
        </MenuLink>
      ))}
    </MenuGroup>
  )
}

function deedsFor(post: Kept, { hiddenAt, deletedAt, closedAt, state }: Standing): KeepingDeed[] {
  const showing: KeepingDeed = hiddenAt || deletedAt ? 'restore' : 'hide'
  if (post.kind !== 'question') return [showing]
  const duplicate: KeepingDeed = state === 'duplicate' ? 'not-duplicate' : 'duplicate'
  return [showing, closedAt ? 'reopen' : 'close', 'move', 'merge', duplicate]
}
