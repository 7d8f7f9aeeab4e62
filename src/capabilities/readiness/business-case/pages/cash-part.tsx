import { Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import type { Calculated } from '../calculated.ts'
import { money, percent, plain } from '../figures.ts'
import { Chart } from './chart.tsx'

/** Money month by month, and the years as a table. */
export function CashPart({ calculated: { result, drawings, cash } }: { calculated: Calculated }) {
  const { t, language } = useView()
  const { atModes, horizonMonths } = result
  if (!atModes) return null
  const say = (amount: number) => money(amount, language)
  const last = cash?.band?.at(-1)
  const deepest = atModes.months.reduce((low, one) => (one.cumulative < low.cumulative ? one : low))
  return (
    <Chart
      id="chart-cash"
      title={t('business-case.page.cash.title')}
      drawing={drawings.cash}
      legend={[
        { ink: 'text', line: true, label: t('business-case.page.cash.modes') },
        { ink: 'mark', line: true, label: t('business-case.page.cash.middle') },
        { ink: 'band', label: t('business-case.page.cash.band') },
      ]}
    >
      <p>
        {t('business-case.page.cash.words', {
          months: horizonMonths,
          end: say(atModes.months.at(-1)?.cumulative ?? 0),
          deepest: say(deepest.cumulative),
          month: deepest.month,
        })}{' '}
        {last && t('business-case.page.cash.range', { low: say(last.p5), high: say(last.p95) })}
      </p>
      <Table
        caption={t('business-case.page.years.title')}
        showCaption
        rows={atModes.years}
        rowKey={({ year }) => String(year)}
        columns={[
          {
            key: 'year',
            head: t('business-case.page.years.year'),
            rowHead: true,
            cell: ({ year }) => t('business-case.chart.year', { number: year }),
          },
          { key: 'benefits', head: t('business-case.page.benefits'), numeric: true, cell: (row) => say(row.benefits) },
          { key: 'costs', head: t('business-case.page.costs'), numeric: true, cell: (row) => say(row.costs) },
          {
            key: 'cumulative',
            head: t('business-case.page.years.so-far'),
            numeric: true,
            cell: (row) => say(row.cumulative),
          },
          {
            key: 'roi',
            head: t('business-case.page.years.roi'),
            numeric: true,
            cell: ({ roi }) => (roi === null ? '–' : percent(roi, language)),
          },
          {
            key: 'contacts',
            head: t('business-case.page.years.contacts'),
            numeric: true,
            cell: (row) => plain(row.contactsAvoided, language),
          },
        ]}
      />
      <p class="case-note">{t('business-case.page.years.note')}</p>
    </Chart>
  )
}
