import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A plain permanent link; with scripts it opens the device's own way of sharing, or copies the address. */
export function ShareLink({ href, title, children }: { href: string; title?: string; children: ComponentChildren }) {
  return (
    <a class="action" href={href} data-share={title ?? ''}>
      <Icon name="share-2" />
      <span>{children}</span>
    </a>
  )
}
