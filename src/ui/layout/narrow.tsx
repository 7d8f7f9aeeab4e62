import type { ComponentChildren } from 'preact'

/** One column for a form or a short page: signing in, settings, an error. */
export function Narrow({ children }: { children: ComponentChildren }) {
  return <div class="narrow">{children}</div>
}
