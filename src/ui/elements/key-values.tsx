import type { ComponentChildren } from 'preact'

export interface KeyValue {
  key: string
  value: ComponentChildren
}

/** Facts in the quiet column. Leave out what is not known: a null is not shown. */
export function KeyValues({ of }: { of: readonly (KeyValue | null)[] }) {
  return (
    <dl class="key-values">
      {of
        .filter((pair) => pair !== null)
        .map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
