import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { drawGrowth, drawnFigures } from '../charts.ts'
import type { GrowthMonth } from '../growth.ts'
import { useAmount } from './amounts.ts'

/** Four pictures; the same numbers stand in the table below, for who does not look. */
export function GrowthCharts({ months }: { months: readonly GrowthMonth[] }) {
  const { t } = useView()
  const amount = useAmount()
  const last = months.at(-1) as GrowthMonth
  return (
    <Section title={t('growth.charts')} id="charts">
      <p class="growth-legend">{t('growth.charts.legend')}</p>
      <div class="growth-charts">
        {drawnFigures.map((figure) => {
          const { p10, p50, p90 } = last.figures[figure]
          const values = {
            month: last.month,
            p10: amount(figure, p10),
            p50: amount(figure, p50),
            p90: amount(figure, p90),
          }
          const svg = drawGrowth(months, figure, { month: String, amount })
          return (
            <figure class="growth-chart" key={figure}>
              <figcaption>
                <b>{t(`growth.chart.${figure}`)}</b> {t('growth.chart.end', values)}
              </figcaption>
              {/* Drawn here from numbers alone. */}
              <div dangerouslySetInnerHTML={{ __html: svg }} />
            </figure>
          )
        })}
      </div>
    </Section>
  )
}
