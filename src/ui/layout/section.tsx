import type { ComponentChildren } from 'preact'

interface SectionProps {
  title: ComponentChildren
  /** Beside the title: Tabs, or a link to more. */
  beside?: ComponentChildren
  id?: string
  hideTitle?: boolean
  children: ComponentChildren
}

/** A part of a page with its own heading. */
export function Section({ title, beside, id, hideTitle, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class={hideTitle ? 'visually-hidden' : 'section-head'}>
        <h2>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
