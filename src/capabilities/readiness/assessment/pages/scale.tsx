import { localeOf } from '#platform/i18n/languages.ts'
import { useView } from '#ui/view.ts'

interface ScaleProps {
  /** All on the same scale, `max` of them. */
  value: number
  low: number
  high: number
  max?: number
  /** Lines across, such as the bar that must be cleared. */
  marks?: readonly number[]
  /** In words, for who does not see it. */
  label: string
  look?: 'bar' | 'interval'
}

/** A value with how far it may be off, as a drawing that prints and needs no scripts. */
export function Scale({ value, low, high, max = 100, marks = [], label, look = 'bar' }: ScaleProps) {
  const { language } = useView()
  const at = (amount: number) => String(Math.round((amount / max) * 10_000) / 100)
  return (
    <svg
      class={`readiness-scale readiness-scale-${look}`}
      viewBox="0 0 100 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      lang={localeOf(language)}
    >
      <rect class="readiness-scale-ground" width="100" height="20" />
      {look === 'bar' && <rect class="readiness-scale-value" width={at(value)} height="20" />}
      <rect
        class="readiness-scale-range"
        x={at(low)}
        y={look === 'bar' ? '8' : '3'}
        width={String(Math.max(0.4, Number(at(high)) - Number(at(low))))}
        height={look === 'bar' ? '4' : '14'}
      />
      {marks.map((mark) => (
        <line class="readiness-scale-mark" x1={at(mark)} x2={at(mark)} y1="0" y2="20" key={mark} />
      ))}
      {look === 'interval' && <line class="readiness-scale-point" x1={at(value)} x2={at(value)} y1="0" y2="20" />}
    </svg>
  )
}
