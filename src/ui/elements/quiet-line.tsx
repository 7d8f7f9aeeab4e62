import { type ComponentChildren, toChildArray } from 'preact'

/** Small facts beside each other, parted by dots; what is null or false falls out with its dot. */
export function QuietLine({ children, class: extra = '' }: { children: ComponentChildren; class?: string }) {
  return (
    <div class={`quiet-line ${extra}`.trim()}>
      {toChildArray(children).map((child, place) => (
        <span key={place}>{child}</span>
      ))}
    </div>
  )
}
