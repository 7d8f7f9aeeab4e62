import { Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import { type Calculated, TORNADO_ROWS, widest } from '../calculated.ts'
import { money, plain } from '../figures.ts'
import { inputLabel } from '../texts.ts'
import { Chart } from './chart.tsx'

/** What the outcome hangs on: the tornado, the correlations, and what finding out would be worth. */
export function DriversPart({ calculated: { result, drawings } }: { calculated: Calculated }) {
  const { t, language } = useView()
  const { simulation, expectedAtModes } = result
  if (!simulation || simulation.drivers.length === 0) return null
  const say = (amount: number) => money(amount, language)
  const [first, second] = widest(result)
  const best = [...simulation.drivers].sort((one, other) => other.evpi - one.evpi)[0]
  return (
    <Chart
      id="chart-tornado"
      title={t('business-case.page.drivers.title')}
      drawing={drawings.tornado}
      legend={[
        { ink: 'series3', label: t('business-case.page.drivers.low') },
        { ink: 'series1', label: t('business-case.page.drivers.high') },
      ]}
    >
      <p>
        {first &&
          second &&
          t('business-case.page.drivers.words', {
            expected: say(expectedAtModes?.npv ?? 0),
            first: inputLabel(t, first.input),
            low: say(Math.min(first.low, first.high)),
            high: say(Math.max(first.low, first.high)),
            second: inputLabel(t, second.input),
          })}{' '}
        {best && best.evpi >= 1
          ? t('business-case.page.evpi.words', { input: inputLabel(t, best.input), worth: say(best.evpi) })
          : t('business-case.page.evpi.nothing')}{' '}
        {t('business-case.page.evpi.all', { worth: say(simulation.evpiOfAll) })}
      </p>
      <details id="drivers">
        <summary>{t('business-case.page.drivers.table')}</summary>
        <Table
          caption={t('business-case.page.drivers.table')}
          rows={simulation.drivers.slice(0, Math.max(TORNADO_ROWS, simulation.drivers.length))}
          rowKey={({ input }) => input}
          columns={[
            {
              key: 'input',
              head: t('business-case.page.input'),
              rowHead: true,
              cell: ({ input }) => inputLabel(t, input),
            },
            {
              key: 'correlation',
              head: t('business-case.page.correlation'),
              numeric: true,
              cell: ({ rankCorrelation }) => plain(rankCorrelation, language, 2),
            },
            { key: 'low', head: t('business-case.page.at-p10'), numeric: true, cell: ({ low }) => say(low) },
            { key: 'high', head: t('business-case.page.at-p90'), numeric: true, cell: ({ high }) => say(high) },
            { key: 'evpi', head: t('business-case.page.evpi'), numeric: true, cell: ({ evpi }) => say(evpi) },
          ]}
        />
        <p class="case-note">{t('business-case.page.drivers.note')}</p>
      </details>
    </Chart>
  )
}
