import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Breadcrumbs } from '#ui/elements/breadcrumbs.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Section } from '#ui/layout/section.tsx'
import { businessCasePath, readinessPath } from '../../paths.ts'
import { RUNS } from '../grow.ts'
import { type Drawings, GROWTH_MONTHS, type GrowthInput, type GrowthMonth } from '../growth.ts'
import { meaningOf } from '../meaning.ts'
import { targetsOf } from '../targets.ts'
import { GrowthAssumptions } from './growth-assumptions.tsx'
import { GrowthCharts } from './growth-charts.tsx'
import { GrowthForm } from './growth-form.tsx'
import { GrowthMeaning } from './growth-meaning.tsx'
import { GrowthTable } from './growth-table.tsx'
import { GrowthTargets } from './growth-targets.tsx'
import { UsedNumbers } from './used-numbers.tsx'

interface GrowthPageProps {
  x: Exchange
  input: GrowthInput
  months: readonly GrowthMonth[]
  drawings: Drawings
  /** Nobody filled anything in yet. */
  isExample: boolean
}

/** How a community would grow with these numbers: what it means first, then the pictures, then every month. */
export function GrowthPage({ x, input, months, drawings, isExample }: GrowthPageProps) {
  const { t } = x
  const words = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]))
  const meanings = meaningOf(months)
  const isEmpty = meanings[0]?.kind === 'empty'
  return (
    <Page x={x} title={t('growth.title')} description={t('growth.lead', { runs: RUNS })}>
      <Breadcrumbs crumbs={[{ href: readinessPath, label: t('growth.readiness') }]} />
      <Title lead={t('growth.lead', { runs: RUNS })}>{t('growth.title')}</Title>
      <GrowthForm words={words} />
      {isExample && <Notice title={t('growth.example')}>{t('growth.example.why')}</Notice>}
      <Section title={t('growth.meaning')} id="meaning">
        <UsedNumbers input={input} />
        <GrowthMeaning meanings={meanings} />
        <p class="growth-onward">
          {t.rich('growth.onward', {
            readiness: (words) => <a href={readinessPath}>{words}</a>,
            case: (words) => <a href={businessCasePath}>{words}</a>,
          })}
        </p>
      </Section>
      {!isEmpty && (
        <>
          <GrowthCharts months={months} drawings={drawings} />
          <Section title={t('growth.table')} id="months">
            <GrowthTable months={months.filter(({ month }) => month === 1 || month % 3 === 0)} />
            <details class="growth-more">
              <summary>{t('growth.table.all', { months: GROWTH_MONTHS })}</summary>
              <GrowthTable months={months} all />
            </details>
          </Section>
          <GrowthTargets targets={targetsOf(months)} />
        </>
      )}
      <GrowthAssumptions />
    </Page>
  )
}
