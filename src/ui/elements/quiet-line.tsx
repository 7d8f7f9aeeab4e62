import { type ComponentChildren, toChildArray } from 'preact'
import { useContext } from 'preact/hooks'
import { Count } from './count.tsx'
import { EntryFigureContext } from './entry-figure-context.ts'

/** Small facts beside each other, parted by dots; what is null or false falls out with its dot. */
export function QuietLine({ children, class: extra = '' }: { children: ComponentChildren; class?: string }) {
  const figure = useContext(EntryFigureContext)
  return (
    <div class={`quiet-line ${extra}`.trim()}>
      {figure && figure.value > 0 && (
        <span class="entry-count">
          <Count of={figure.value} /> {figure.label}
        </span>
      )}
      {toChildArray(children).map((child, place) => (
        <span key={place}>{child}</span>
      ))}
    </div>
  )
}
