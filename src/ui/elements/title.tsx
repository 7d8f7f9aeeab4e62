import type { ComponentChildren } from 'preact'

interface TitleProps {
  children: ComponentChildren
  lead?: ComponentChildren
  /** Beside the title: what one can do on this page. */
  aside?: ComponentChildren
  lang?: string
}

/** The one h1 of a page. */
export function Title({ children, lead, aside, lang }: TitleProps) {
  return (
    <header class="title">
      <div>
        <h1 lang={lang}>{children}</h1>
        {lead && <p class="title-lead">{lead}</p>}
      </div>
      {aside && <div class="title-aside">{aside}</div>}
    </header>
  )
}
