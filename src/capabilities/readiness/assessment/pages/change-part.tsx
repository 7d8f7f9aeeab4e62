import type { Exchange } from '#community/exchange.ts'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Assessment, Step } from '../assessment.ts'
import { figure } from '../figures.ts'

/** What one step more on each answer would bring, and in which order to repair. */
export function ChangePart({ x, result }: { x: Exchange; result: Assessment }) {
  const { t, language } = x
  const [best] = result.steps
  if (!best) return null
  const words = {
    item: t(`readiness.item.${best.item}.name`),
    gained: figure(best.gained, 'gained', language),
    readiness: figure(best.readiness, 'score', language),
  }
  return (
    <Section title={t('assessment.change.title')} id="change">
      <p class="readiness-lead">
        {t('assessment.change.lead', words)} {changes(x, best, result)}
      </p>
      <Table
        caption={t('assessment.change.title')}
        rows={result.steps}
        rowKey={({ item }) => item}
        columns={[
          {
            key: 'item',
            head: t('assessment.change.step'),
            rowHead: true,
            cell: ({ item }) => t(`readiness.item.${item}.name`),
          },
          {
            key: 'gained',
            head: t('assessment.change.gained'),
            numeric: true,
            cell: ({ gained }) => figure(gained, 'gained', language),
          },
          {
            key: 'readiness',
            head: t('assessment.change.score'),
            numeric: true,
            cell: ({ readiness }) => figure(readiness, 'exact', language),
          },
          {
            key: 'decision',
            head: t('assessment.change.decision'),
            cell: ({ decision }) => t(`assessment.zone.${decision}`),
          },
        ]}
      />
      {result.repairs.length > 0 && <Repairs x={x} repairs={result.repairs} />}
    </Section>
  )
}

function changes({ t }: Exchange, step: Step, { decision }: Assessment): string {
  return step.decision === decision
    ? t('assessment.change.same')
    : t('assessment.change.other', { decision: t(`readiness.decision.${step.decision}.title`) })
}

function Repairs({ x, repairs }: { x: Exchange; repairs: readonly Step[] }) {
  const { t, language } = x
  return (
    <>
      <h3 class="readiness-sub">{t('assessment.repairs.title')}</h3>
      <p class="readiness-lead">{t('assessment.repairs.lead')}</p>
      <ol class="readiness-repairs">
        {repairs.map(({ item, from, gained }) => (
          <li key={item}>
            <p>
              <b>{t(`readiness.item.${item}.name`)}</b>{' '}
              <span class="readiness-quiet">
                {t('assessment.repairs.from', {
                  score: figure(from, 'score', language),
                  gained: figure(gained, 'gained', language),
                })}
              </span>
            </p>
            <p>{t(`readiness.item.${item}.repair`)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
