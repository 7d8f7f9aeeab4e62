import type { ComponentChildren } from 'preact'

/** Only for what truly floats above the page or stands alone on it, such as signing in. */
export function Card({ children, class: extra = '' }: { children: ComponentChildren; class?: string }) {
  return <div class={`card ${extra}`.trim()}>{children}</div>
}
