import { Notice } from '#ui/elements/notice.tsx'
import { useView } from '#ui/view.ts'
import type { Calculated } from '../calculated.ts'
import type { Extent } from '../calculation-desk.ts'
import { chance, plain, shortMoney } from '../figures.ts'
import type { BrandSize } from '../inputs/row.ts'
import { BenefitsPart } from './benefits-part.tsx'
import { BreakEvenPart } from './break-even-part.tsx'
import { CashPart } from './cash-part.tsx'
import { ChancePart } from './chance-part.tsx'
import { DriversPart } from './drivers-part.tsx'
import { FlagsPart } from './flags-part.tsx'
import { FormulasPart } from './formulas-part.tsx'
import { InputsPart } from './inputs-part.tsx'
import { KeyFigures, VerdictPart } from './verdict-part.tsx'

interface ReportProps {
  calculated: Calculated
  extent: Extent | 'first-look'
  size: BrandSize
}

/** All results. Drawn on the server, and in the browser's worker by the same code. */
export function CaseReport({ calculated, extent, size }: ReportProps) {
  const { t } = useView()
  const { input, result } = calculated
  return (
    <>
      <h2 id="results-title">{t('business-case.page.results')}</h2>
      <ExtentNote calculated={calculated} extent={extent} />
      <div class="case-head">
        <VerdictPart result={result} />
        <KeyFigures result={result} />
      </div>
      <div class="case-charts">
        <ChancePart calculated={calculated} />
        <CashPart calculated={calculated} />
        <BenefitsPart calculated={calculated} />
        <DriversPart calculated={calculated} />
      </div>
      <BreakEvenPart result={result} />
      <FlagsPart result={result} />
      <FormulasPart result={result} />
      <InputsPart input={input} result={result} size={size} />
      <section class="case-part" aria-labelledby="limits-title">
        <h3 id="limits-title">{t('business-case.page.limits.title')}</h3>
        <p>{t('business-case.page.limits.model')}</p>
        <p>{t('business-case.page.limits.stall')}</p>
        <p>{t('business-case.page.limits.verdict')}</p>
      </section>
    </>
  )
}

function ExtentNote({ calculated: { input, result }, extent }: Pick<ReportProps, 'calculated' | 'extent'>) {
  const { t, language } = useView()
  if (extent === 'whole') return null
  if (extent === 'at-modes') return <Notice tone="warn">{t('business-case.page.extent.at-modes')}</Notice>
  const values = { runs: plain(result.runs, language), asked: plain(input.runs, language) }
  return <p class="case-note">{t(`business-case.page.extent.${extent}`, values)}</p>
}

/** In the margin while somebody types. */
export function CaseSummary({ calculated }: { calculated: Calculated }) {
  const { t } = useView()
  return (
    <>
      <h2 class="case-summary-title">{t('business-case.page.summary')}</h2>
      <VerdictPart result={calculated.result} />
      <KeyFigures result={calculated.result} />
      <p>
        <a href="#results">{t('business-case.page.to-results')}</a>
      </p>
    </>
  )
}

/** On a phone, where the margin is far away: the one line that moves while somebody types. */
export function CaseBar({ calculated: { result } }: { calculated: Calculated }) {
  const { t, language } = useView()
  const { simulation, atModes } = result
  return (
    <a href="#results">
      <b>
        {simulation
          ? t('business-case.page.bar.chance', { probability: chance(simulation.probabilityPositive, language) })
          : t('business-case.page.npv')}
      </b>{' '}
      <span>{shortMoney(simulation?.mean ?? atModes?.npv ?? 0, language)}</span>
    </a>
  )
}
