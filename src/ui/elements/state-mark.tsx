import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** What a state means for the reader: the colour is never the only sign, the words always stand beside. */
export type StateTone = 'waiting' | 'open' | 'done' | 'verified' | 'problem' | 'quiet'

const icons: Partial<Record<StateTone, IconName>> = {
  done: 'check',
  verified: 'shield-check',
  problem: 'triangle-alert',
  quiet: 'history',
}

export function StateMark({ tone, children }: { tone: StateTone; children: ComponentChildren }) {
  const icon = icons[tone]
  return (
    <span class={`state state-${tone}`}>
      {icon ? <Icon name={icon} /> : <span class="state-dot" aria-hidden="true" />}
      {children}
    </span>
  )
}
