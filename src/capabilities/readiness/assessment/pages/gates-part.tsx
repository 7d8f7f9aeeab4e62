import type { Exchange } from '#community/exchange.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { percentage } from '#platform/i18n/numbers.ts'
import { Icon, type IconName } from '#ui/elements/icon.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Assessment, Gate } from '../assessment.ts'
import { figure } from '../figures.ts'

type Stand = 'passed' | 'failed' | 'unknown'

const ICONS: Record<Stand, IconName> = { passed: 'circle-check', failed: 'x', unknown: 'circle-help' }

/** Every gate, passed or not: nothing is decided behind the scenes. */
export function GatesPart({ x, result }: { x: Exchange; result: Assessment }) {
  const { t } = x
  return (
    <Section title={t('assessment.gates.title')} id="gates">
      <p class="readiness-lead">{t('assessment.gates.lead')}</p>
      <ul class="readiness-gates">
        {result.gates.map((gate) => {
          const stand = standOf(gate)
          return (
            <li class={`readiness-gate readiness-gate-${stand}`} key={gate.id}>
              <Icon name={ICONS[stand]} />
              <div>
                <p>
                  <b>{t(`readiness.gate.${gate.id}.name`)}</b>{' '}
                  <span class="readiness-quiet">
                    {t(`assessment.gate.${stand}`)} · {t(`readiness.gate.kind.${gate.kind}`)}
                    {needed(x, gate)}
                  </span>
                </p>
                <p>{t(`readiness.gate.${gate.id}.${stand}` as MessageKey)}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const standOf = ({ passed }: Gate): Stand => (passed === null ? 'unknown' : passed ? 'passed' : 'failed')

function needed({ t, language }: Exchange, { id, value, threshold }: Gate): string {
  if (typeof value !== 'number' || typeof threshold !== 'number') return ''
  const written = (amount: number) =>
    id === 'criticalMass' ? percentage(amount, language) : figure(amount, 'score', language)
  const words = { value: written(value), threshold: written(threshold) }
  return ` · ${t('assessment.gate.value', words)}`
}
