import type { ComponentChildren } from 'preact'
import type { Drawing } from '../charts/charts.ts'
import type { Ink } from '../charts/inks.ts'

interface ChartProps {
  id: string
  title: string
  drawing?: Drawing
  legend?: readonly { ink: Ink; label: string; line?: boolean }[]
  /** The same in words: what somebody who does not see the picture must know. */
  children: ComponentChildren
}

/** A picture, its legend, and what it says in words. */
export function Chart({ id, title, drawing, legend = [], children }: ChartProps) {
  return (
    <figure class="case-chart" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      {drawing && (
        <>
          {legend.length > 0 && (
            <ul class="chart-legend">
              {legend.map(({ ink, label, line }) => (
                <li key={label}>
                  <svg class="chart-key" viewBox="0 0 16 12" aria-hidden="true" focusable="false">
                    {line ? (
                      <path d="M0 6H16" class={`stroke-${ink}`} />
                    ) : (
                      <rect width="16" height="12" class={`fill-${ink}`} />
                    )}
                  </svg>
                  {label}
                </li>
              ))}
            </ul>
          )}
          <div class="chart chart-narrow" dangerouslySetInnerHTML={{ __html: drawing.narrow }} />
          <div class="chart chart-wide" dangerouslySetInnerHTML={{ __html: drawing.wide }} />
        </>
      )}
      <figcaption>{children}</figcaption>
    </figure>
  )
}
