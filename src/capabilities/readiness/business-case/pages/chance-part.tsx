import { Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import type { Calculated } from '../calculated.ts'
import { chance, money, plain } from '../figures.ts'
import { Chart } from './chart.tsx'

const SHOWN = [1, 5, 10, 25, 50, 75, 90, 95, 99]

/** How the runs fell: the picture, its percentiles, and how sure the figures themselves are. */
export function ChancePart({ calculated: { result, drawings } }: { calculated: Calculated }) {
  const { t, language } = useView()
  const { simulation } = result
  if (!simulation) return null
  const say = (amount: number) => money(amount, language)
  const rows = simulation.curve.filter(({ percentile }) => SHOWN.includes(percentile))
  return (
    <Chart
      id="chart-npv"
      title={t('business-case.page.chance.title')}
      drawing={drawings.npv}
      legend={[
        { ink: 'bad', label: t('business-case.page.chance.loss') },
        { ink: 'good', label: t('business-case.page.chance.gain') },
      ]}
    >
      <p>
        {t('business-case.page.chance.words', {
          runs: plain(simulation.runs, language),
          low: say(simulation.p5),
          middle: say(simulation.p50),
          high: say(simulation.p95),
          probability: chance(simulation.probabilityPositive, language),
        })}
      </p>
      <details id="percentiles">
        <summary>{t('business-case.page.chance.percentiles')}</summary>
        <Table
          caption={t('business-case.page.chance.percentiles')}
          rows={rows}
          rowKey={({ percentile }) => String(percentile)}
          columns={[
            {
              key: 'percentile',
              head: t('business-case.page.chance.percentile'),
              rowHead: true,
              cell: ({ percentile }) => t('business-case.chart.percentile', { number: percentile }),
            },
            { key: 'npv', head: t('business-case.page.npv'), numeric: true, cell: ({ npv }) => say(npv) },
          ]}
        />
      </details>
    </Chart>
  )
}
