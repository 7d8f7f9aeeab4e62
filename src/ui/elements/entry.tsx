import type { ComponentChildren } from 'preact'
import { Count } from './count.tsx'
import { EntryFigureContext } from './entry-figure-context.ts'

export interface EntryProps {
  href: string
  title: ComponentChildren
  /** The figure in front, such as the number of answers; `done` makes it green. */
  figure?: { value: number; label: string; done?: boolean }
  /** A line or two of the text, for results of a search. */
  snippet?: ComponentChildren
  /** The quiet line; put QuietLine in it. */
  children?: ComponentChildren
  /** Of the title; 3 below a heading of level 2. */
  level?: 2 | 3
  lang?: string
  id?: string
}

/** One thing in a list: a strong line and a quiet one. */
export function Entry({ href, title, figure, snippet, children, level = 3, lang, id }: EntryProps) {
  const Heading = `h${level}` as const
  return (
    <article class={figure ? 'entry entry-figured' : 'entry'} id={id}>
      {figure && (
        <p class={figure.done ? 'entry-figure entry-done' : 'entry-figure'}>
          <b>
            <Count of={figure.value} />
          </b>{' '}
          <span>{figure.label}</span>
        </p>
      )}
      <div class="entry-words">
        <Heading class="entry-title" lang={lang}>
          <a href={href}>{title}</a>
        </Heading>
        {snippet && (
          <p class="entry-snippet" lang={lang}>
            {snippet}
          </p>
        )}
        <EntryFigureContext.Provider value={figure ?? null}>{children}</EntryFigureContext.Provider>
      </div>
    </article>
  )
}

export function Entries({ children, id }: { children: ComponentChildren; id?: string }) {
  return (
    <div class="entries" id={id}>
      {children}
    </div>
  )
}
