import type { Exchange } from '#community/exchange.ts'
import { count, percentage } from '#platform/i18n/numbers.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Reach } from '../reach.ts'

/** The assumed most of those who come to look, in the calculation of critical mass. */
const MOST_VISITS = 0.12

interface ReachPartProps {
  x: Exchange
  reach: Reach | null
  /** What was typed instead of what the table counts. */
  typed: number | undefined
  changePath: string | null
}

/** Where potential members are, each counted once. */
export function ReachPart({ x, reach, typed, changePath }: ReachPartProps) {
  const { t, language } = x
  const people = (value: number) => count(Math.round(value), language)
  return (
    <Section
      title={t('assessment.reach.title')}
      id="reach"
      beside={
        changePath && (
          <a class="readiness-beside" href={changePath}>
            {t('assessment.reach.change')}
          </a>
        )
      }
    >
      {reach ? (
        <>
          <p class="readiness-lead">
            {t('assessment.reach.lead', { contactable: people(reach.contactable), visitors: people(reach.visitors) })}{' '}
            {typed !== undefined &&
              typed !== reach.contactable &&
              t('assessment.reach.typed', { typed: people(typed) })}
          </p>
          <Table
            caption={t('assessment.reach.title')}
            rows={reach.rows}
            rowKey={({ source }) => source}
            columns={[
              {
                key: 'source',
                head: t('assessment.reach.source'),
                rowHead: true,
                cell: ({ source }) => t(`readiness.reach.source.${source}`),
              },
              { key: 'size', head: t('readiness.reach.size'), numeric: true, cell: ({ size }) => people(size) },
              {
                key: 'overlap',
                head: t('readiness.reach.overlap'),
                numeric: true,
                cell: ({ overlap }) => percentage(overlap, language),
              },
              {
                key: 'permission',
                head: t('readiness.reach.permission'),
                numeric: true,
                cell: ({ permission }) => percentage(permission, language),
              },
              {
                key: 'contactable',
                head: t('readiness.reach.contactable'),
                numeric: true,
                cell: ({ contactable }) => people(contactable),
              },
              {
                key: 'visitors',
                head: t('readiness.reach.visitors'),
                numeric: true,
                cell: ({ visitors }) => people(visitors),
              },
            ]}
          />
          <p class="readiness-quiet">{t('readiness.reach.method')}</p>
          {(reach.conversion ?? 0) > MOST_VISITS && <Notice tone="warn">{t('readiness.reach.too-good')}</Notice>}
        </>
      ) : (
        <p class="readiness-lead">{t('assessment.reach.none')}</p>
      )}
    </Section>
  )
}
