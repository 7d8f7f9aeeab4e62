import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface HighlightProps {
  label: ComponentChildren
  icon?: IconName
  id?: string
  children: ComponentChildren
}

/** What deserves the eye first, on a soft green ground: the best answer. At most one on a page. */
export function Highlight({ label, icon = 'check', id, children }: HighlightProps) {
  return (
    <section class="highlight" id={id}>
      <p class="highlight-label">
        <Icon name={icon} />
        <span>{label}</span>
      </p>
      {children}
    </section>
  )
}
