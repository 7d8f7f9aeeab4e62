import type { Exchange } from '#community/exchange.ts'

const PARTS = ['gates', 'change', 'compare', 'answers', 'mass', 'place', 'objectives', 'plan', 'method'] as const

/** The report is long: its parts, to go to. */
export function ReportContents({ x, hasPlan }: { x: Exchange; hasPlan: boolean }) {
  const { t } = x
  return (
    <nav class="readiness-contents" aria-label={t('assessment.report.contents')}>
      <ul>
        {PARTS.filter((part) => part !== 'plan' || hasPlan).map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(`assessment.part.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
