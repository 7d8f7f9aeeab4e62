import { Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import { type Calculated, seriesOf } from '../calculated.ts'
import { seriesInks } from '../charts/benefits-chart.ts'
import { money, percent } from '../figures.ts'
import { chartTexts, costLabel, objectiveLabel } from '../texts.ts'
import { Chart } from './chart.tsx'

/** What comes in, by objective, hard and soft apart, and what goes out. */
export function BenefitsPart({ calculated: { result, drawings } }: { calculated: Calculated }) {
  const { t, language } = useView()
  const { atModes, simulation } = result
  if (!atModes) return null
  const say = (amount: number) => money(amount, language)
  const meanOf = (objective: string) => simulation?.objectives.find((one) => one.objective === objective)?.mean
  const series = seriesOf(result, chartTexts(t))
  return (
    <Chart
      id="chart-benefits"
      title={t('business-case.page.by-objective.title')}
      drawing={drawings.benefits}
      legend={[
        ...series.map(({ label }, at) => ({ ink: seriesInks[at] ?? ('series6' as const), label })),
        { ink: 'bad', line: true, label: t('business-case.page.running-costs') },
      ]}
    >
      <p>
        {t('business-case.page.hard-soft.words', { hard: say(atModes.pvHard), soft: say(atModes.pvSoft) })}{' '}
        {atModes.pvHard < atModes.pvCosts &&
          t('business-case.page.hard-soft.not-alone', { costs: say(atModes.pvCosts) })}
      </p>
      <Table
        caption={t('business-case.page.by-objective.table')}
        showCaption
        rows={atModes.objectives}
        rowKey={({ objective }) => objective}
        columns={[
          {
            key: 'objective',
            head: t('business-case.page.objective'),
            rowHead: true,
            cell: ({ objective }) => objectiveLabel(t, objective),
          },
          { key: 'kind', head: t('business-case.page.kind'), cell: ({ kind }) => t(`business-case.page.kind.${kind}`) },
          ...atModes.years.map(({ year }, at) => ({
            key: `year-${year}`,
            head: t('business-case.chart.year', { number: year }),
            numeric: true,
            cell: ({ years }: (typeof atModes.objectives)[number]) => say(years[at] ?? 0),
          })),
          {
            key: 'worth',
            head: t('business-case.page.present-value'),
            numeric: true,
            cell: (row) => say(row.presentValue),
          },
          ...(simulation
            ? [
                {
                  key: 'mean',
                  head: t('business-case.page.mean-of-runs'),
                  numeric: true,
                  cell: ({ objective }: (typeof atModes.objectives)[number]) => say(meanOf(objective) ?? 0),
                },
              ]
            : []),
        ]}
      />
      <Table
        caption={t('business-case.page.by-cost.table')}
        showCaption
        rows={atModes.costs.filter(({ presentValue }) => presentValue > 0)}
        rowKey={({ cost }) => cost}
        columns={[
          { key: 'cost', head: t('business-case.page.cost'), rowHead: true, cell: ({ cost }) => costLabel(t, cost) },
          ...atModes.years.map(({ year }, at) => ({
            key: `year-${year}`,
            head: t('business-case.chart.year', { number: year }),
            numeric: true,
            cell: ({ cost, years }: (typeof atModes.costs)[number]) => (cost === 'oneOff' ? '–' : say(years[at] ?? 0)),
          })),
          {
            key: 'worth',
            head: t('business-case.page.present-value'),
            numeric: true,
            cell: (row) => say(row.presentValue),
          },
          {
            key: 'share',
            head: t('business-case.page.share'),
            numeric: true,
            cell: (row) => percent(row.presentValue / atModes.pvCosts, language),
          },
        ]}
      />
    </Chart>
  )
}
