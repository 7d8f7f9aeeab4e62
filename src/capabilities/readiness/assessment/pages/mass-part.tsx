import type { Exchange } from '#community/exchange.ts'
import { count, percentage } from '#platform/i18n/numbers.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import { businessCasePath, businessCaseWith, growthPath } from '../../paths.ts'
import type { Assessment, AssessmentInput, CriticalMass, CriticalMassDriver } from '../assessment.ts'
import { figure } from '../figures.ts'
import { stallFrom, stallProbability } from '../stall.ts'
import { Scale } from './scale.tsx'

interface MassPartProps {
  x: Exchange
  input: AssessmentInput
  result: Assessment
}

/** Whether enough people will come, what that hangs on, and what it means for the money. */
export function MassPart({ x, input, result }: MassPartProps) {
  const { t } = x
  const mass = result.criticalMass
  return (
    <Section title={t('assessment.mass.title')} id="mass">
      {mass ? (
        <Known x={x} input={input} mass={mass} />
      ) : (
        <p class="readiness-lead">{t('readiness.gate.criticalMass.unknown')}</p>
      )}
      <div class="readiness-onward">
        <LinkButton
          href={mass ? businessCaseWith(stallFrom(mass.probability).pert) : businessCasePath}
          look="secondary"
        >
          {t('assessment.onward.case')}
        </LinkButton>
        <LinkButton href={growthWith(input)} look="secondary">
          {t('assessment.onward.growth')}
        </LinkButton>
      </div>
    </Section>
  )
}

function Known({ x, input, mass }: { x: Exchange; input: AssessmentInput; mass: CriticalMass }) {
  const { t, language } = x
  const [low, , high] = stallFrom(mass.probability).pert
  return (
    <>
      <p class="readiness-lead">
        {t('assessment.mass.lead', {
          chance: percentage(mass.probability, language),
          contactable: count(input.contactable ?? 0, language),
          founders: mass.foundersCounted,
          active: count(Math.round(mass.expectedActive), language),
          posts: count(Math.round(mass.expectedPosts), language),
        })}{' '}
        {t('assessment.mass.even', { people: count(mass.contactableForEvenOdds, language) })}
      </p>
      <p class="readiness-lead">
        {t('assessment.mass.stall', {
          stall: percentage(stallProbability(mass.probability), language),
          low: percentage(low, language),
          high: percentage(high, language),
        })}
      </p>
      <Table
        caption={t('assessment.mass.drivers')}
        showCaption
        rows={mass.drivers}
        rowKey={({ input: name }) => name}
        columns={[
          {
            key: 'input',
            head: t('assessment.mass.driver'),
            rowHead: true,
            cell: (driver) => (
              <>
                {t(`readiness.gate.mass.${driver.input}`)}
                <p class="readiness-quiet">{rangeOf(x, driver)}</p>
              </>
            ),
          },
          {
            key: 'chance',
            head: t('assessment.mass.chance'),
            cell: (driver) => <Swing x={x} driver={driver} value={mass.probability} />,
          },
        ]}
      />
    </>
  )
}

function rangeOf({ t, language }: Exchange, { input, range }: CriticalMassDriver): string {
  const [least = '', likely = '', most = ''] = range.map((value) =>
    input === 'postsEach' ? count(value, language) : figure(value, 'percent', language),
  )
  return t('assessment.mass.range', { least, likely, most })
}

function Swing({ x, driver, value }: { x: Exchange; driver: CriticalMassDriver; value: number }) {
  const { t, language } = x
  const low = Math.min(driver.low, driver.high)
  const high = Math.max(driver.low, driver.high)
  const words = { low: percentage(low, language), high: percentage(high, language) }
  return (
    <span class="readiness-swing">
      <Scale value={value} low={low} high={high} max={1} look="interval" label={t('assessment.mass.swing', words)} />
      <span>
        {words.low} – {words.high}
      </span>
    </span>
  )
}

function growthWith({ contactable, founders }: AssessmentInput): string {
  const known = Object.entries({ contactable, founders }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  )
  return known.length > 0 ? `${growthPath}?${new URLSearchParams(known)}` : growthPath
}
