import type { Exchange } from '#community/exchange.ts'
import type { IconName } from '#ui/elements/icon.tsx'
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
        <MenuLink href={keepingPath(post, deed)} icon={icons[deed]} key={deed}>
          {x.t(`questions.keeping.${deed}`)}
        </MenuLink>
      ))}
    </MenuGroup>
  )
}

const icons: Readonly<Record<KeepingDeed, IconName>> = {
  hide: 'eye-off',
  restore: 'eye',
  close: 'lock',
  reopen: 'undo-2',
  move: 'arrow-right',
  merge: 'git-merge',
  duplicate: 'history',
  'not-duplicate': 'undo-2',
}

function deedsFor(post: Kept, { hiddenAt, deletedAt, closedAt, state }: Standing): KeepingDeed[] {
  const showing: KeepingDeed = hiddenAt || deletedAt ? 'restore' : 'hide'
  if (post.kind !== 'question') return [showing]
  const duplicate: KeepingDeed = state === 'duplicate' ? 'not-duplicate' : 'duplicate'
  return [showing, closedAt ? 'reopen' : 'close', 'move', 'merge', duplicate]
}
