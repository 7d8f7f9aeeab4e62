import type { ComponentChildren } from 'preact'

/** How the front page opens: a question, a sentence, and what comes below them. */
export function Hero({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <section class="hero">
      <h1>{title}</h1>
      {lead && <p class="hero-lead">{lead}</p>}
      {children}
    </section>
  )
}
