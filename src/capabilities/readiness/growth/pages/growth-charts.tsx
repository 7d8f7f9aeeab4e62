import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { type Drawings, drawnFigures, type GrowthMonth } from '../growth.ts'
import { amountsIn } from './amounts.ts'

interface GrowthChartsProps {
  months: readonly GrowthMonth[]
  /** As SVG, drawn from numbers alone. */
  drawings: Drawings
}

/** Four pictures; the same numbers stand in the table below, for who does not look. */
export function GrowthCharts({ months, drawings }: GrowthChartsProps) {
  const { t, language } = useView()
  const amount = amountsIn(language)
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
          return (
            <figure class="growth-chart chart" key={figure}>
              <figcaption>
                <b>{t(`growth.chart.${figure}`)}</b> {t('growth.chart.end', values)}
              </figcaption>
              <div dangerouslySetInnerHTML={{ __html: drawings[figure] }} />
            </figure>
          )
        })}
      </div>
    </Section>
  )
}
