import type { Exchange } from '#community/exchange.ts'
import { Section } from '#ui/layout/section.tsx'
import { ANSWERS } from '../items.ts'
import type { Difference } from '../joint.ts'

interface DifferencesPartProps {
  x: Exchange
  people: number
  differences: readonly Difference[]
}

/** Where people see it differently: who says what, and how far apart. That is where the conversation should begin. */
export function DifferencesPart({ x, people, differences }: DifferencesPartProps) {
  const { t } = x
  return (
    <Section title={t('assessment.differences.title')} id="differences">
      <p class="readiness-lead">
        {differences.length === 0 ? t('assessment.differences.none', { people }) : t('assessment.differences.lead')}
      </p>
      <ul class="readiness-differences">
        {differences.map((difference) => (
          <li key={difference.item}>
            <p>
              <b>{t(`readiness.item.${difference.item}.name`)}</b>{' '}
              <span class={difference.apart >= 2 ? 'readiness-far' : 'readiness-quiet'}>
                {t('assessment.differences.apart', { steps: difference.apart })}
              </span>
            </p>
            <Given x={x} difference={difference} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Given({ x, difference: { item, given } }: { x: Exchange; difference: Difference }) {
  const { t } = x
  return (
    <ul class="readiness-given">
      {ANSWERS.filter((answer) => given.some((one) => one.answer === answer)).map((answer) => (
        <li key={answer}>
          <b>
            {given
              .filter((one) => one.answer === answer)
              .map(({ name }) => name)
              .join(', ')}
          </b>
          : {t(`readiness.item.${item}.anchor.${answer}`)}
        </li>
      ))}
    </ul>
  )
}
