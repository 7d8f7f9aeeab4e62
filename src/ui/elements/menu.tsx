import type { ComponentChildren } from 'preact'

interface MenuProps {
  /** What opens it. */
  summary: ComponentChildren
  /** Needed when the summary holds no words. */
  label?: string
  align?: 'start' | 'end'
  look?: 'bare' | 'button'
  /** MenuLink, MenuButton, MenuGroup, or anything else. */
  children: ComponentChildren
  class?: string
}

/** A native details element: works without scripts; with them it closes on Escape and on a press outside. */
export function Menu({ summary, label, align = 'start', look = 'bare', children, class: extra = '' }: MenuProps) {
  return (
    <details class={`menu menu-${align} ${extra}`.trim()} data-menu>
      <summary class={look === 'button' ? 'button button-secondary button-small' : undefined}>
        {summary}
        {label && <span class="visually-hidden">{label}</span>}
      </summary>
      <div class="menu-panel">{children}</div>
    </details>
  )
}
