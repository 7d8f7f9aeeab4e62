import type { ComponentChildren } from 'preact'

/** Live figures in a row; wrap each figure itself in <b>. */
export function Proof({ facts }: { facts: readonly ComponentChildren[] }) {
  return (
    <ul class="proof">
      {facts.map((fact, place) => (
        <li key={place}>{fact}</li>
      ))}
    </ul>
  )
}
