import type { ComponentChildren } from 'preact'

/** The quiet things one can do with a text, below it. */
export function ActionRow({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}
