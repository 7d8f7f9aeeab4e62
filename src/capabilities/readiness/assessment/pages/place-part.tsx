import type { Exchange } from '#community/exchange.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { PlaceAdvice } from '../elsewhere.ts'
import { figure } from '../figures.ts'

/** An address of one's own, going where people are, or both: with what each answer adds. */
export function PlacePart({ x, advice }: { x: Exchange; advice: PlaceAdvice }) {
  const { t, language } = x
  const points = (value: number) => figure(value, 'gained', language).replace(/[.,]0$/, '')
  return (
    <Section title={t('assessment.place.title', { place: t(`readiness.elsewhere.${advice.place}.title`) })} id="place">
      <p class="readiness-lead">
        {t(`readiness.elsewhere.${advice.place}.lead`)}{' '}
        {t('assessment.place.sum', { sum: points(advice.sum), answered: advice.answered })}
      </p>
      <Table
        caption={t('assessment.place.caption')}
        rows={advice.parts}
        rowKey={({ criterion }) => criterion}
        columns={[
          {
            key: 'criterion',
            head: t('assessment.place.criterion'),
            rowHead: true,
            cell: ({ criterion }) => t(`readiness.elsewhere.criterion.${criterion}`),
          },
          {
            key: 'answer',
            head: t('assessment.place.answer'),
            cell: ({ answer }) => t(`readiness.elsewhere.answer.${Math.round(answer)}` as MessageKey),
          },
          { key: 'points', head: t('assessment.place.points'), numeric: true, cell: (part) => points(part.points) },
        ]}
      />
    </Section>
  )
}
