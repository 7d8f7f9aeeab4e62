import type { ComponentChildren } from 'preact'

interface LiveProps {
  id: string
  /** What it shows: "question:12", "questions" or "me"; several with a space between. */
  on: string
  /** Where this part alone can be fetched again, marked as the same element; without it the whole page is. */
  source?: string
  /** How many there are, and what to say when more came. */
  count?: number
  one?: string
  /** With "{count}" in it. */
  many?: string
  class?: string
  children: ComponentChildren
}

/** A part of a page that stays true while the page is open. See browser/live.ts. */
export function Live({ id, on, source, count, one, many, class: look, children }: LiveProps) {
  return (
    <div
      id={id}
      class={look}
      data-live={on}
      data-live-source={source}
      data-live-count={count}
      data-live-one={one}
      data-live-many={many}
    >
      {children}
    </div>
  )
}
