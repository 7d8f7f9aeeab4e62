import type { ComponentChildren } from 'preact'
import { Count } from './count.tsx'

export interface Tab {
  href: string
  label: ComponentChildren
  current?: boolean
  count?: number
}

/** Other views of the same list: links, so each has an address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && (
                <span class="tabs-count">
                  {' '}
                  <Count of={tab.count} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
