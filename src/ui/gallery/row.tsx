import type { ComponentChildren } from 'preact'

export function Row({ children }: { children: ComponentChildren }) {
  return <div class="gallery-row">{children}</div>
}
