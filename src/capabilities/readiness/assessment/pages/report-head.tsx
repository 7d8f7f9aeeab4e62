import type { Exchange } from '#community/exchange.ts'
import { Time } from '#ui/elements/time.tsx'

/** What a reader on paper wants to know first: when it was made, and by whom. */
export function ReportHead({ x, people }: { x: Exchange; people?: readonly string[] }) {
  const { t } = x
  return (
    <p class="readiness-report-head">
      {t('assessment.title')} {t('assessment.report.date')} <Time at={x.now} style="date" />
      {people && ` · ${t('assessment.report.people', { people: people.join(', ') })}`}
      <button class="action readiness-print" type="button" data-print>
        {t('assessment.report.print')}
      </button>
    </p>
  )
}
