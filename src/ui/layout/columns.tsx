import type { ComponentChildren } from 'preact'

/** The text, and a quiet column beside it that comes after it on a phone. */
export function Columns({
  children,
  aside,
  label,
}: {
  children: ComponentChildren
  aside?: ComponentChildren
  label?: string
}) {
  return (
    <div class="columns">
      <div class="columns-main">{children}</div>
      {aside && (
        <aside class="columns-aside" aria-label={label}>
          {aside}
        </aside>
      )}
    </div>
  )
}
