import type { Exchange } from '#community/exchange.ts'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import { INSTRUMENT_VERSION } from '../items.ts'
import { FOOTINGS, ITEM_FOOTINGS } from '../provenance.ts'
import { SOURCES } from '../sources.ts'

const METHOD = ['foundation', 'enabler', 'readiness', 'interval', 'decision', 'mass'] as const
const LIMITS = ['weights', 'self', 'base-rate', 'moment'] as const

/** How it was calculated, what it cannot know, and what every figure rests on. */
export function MethodPart({ x }: { x: Exchange }) {
  const { t } = x
  return (
    <Section title={t('assessment.method.title')} id="method">
      <ul class="readiness-list">
        {METHOD.map((part) => (
          <li key={part}>{t(`assessment.method.${part}`)}</li>
        ))}
      </ul>
      <h3 class="readiness-sub">{t('assessment.limits.title')}</h3>
      <ul class="readiness-list">
        {LIMITS.map((part) => (
          <li key={part}>{t(`assessment.limits.${part}`)}</li>
        ))}
      </ul>
      <h3 class="readiness-sub">{t('assessment.sources.title')}</h3>
      <Table
        caption={t('assessment.sources.title')}
        rows={rowsIn(x)}
        rowKey={({ name }) => name}
        columns={[
          { key: 'figure', head: t('assessment.sources.figure'), rowHead: true, cell: ({ name }) => name },
          { key: 'provenance', head: t('assessment.sources.provenance'), cell: ({ provenance }) => provenance },
          { key: 'source', head: t('assessment.sources.source'), cell: ({ source }) => <SourceLink source={source} /> },
        ]}
      />
      <p class="readiness-quiet">{t('assessment.sources.version', { version: INSTRUMENT_VERSION })}</p>
    </Section>
  )
}

function rowsIn({ t }: Exchange) {
  const items = ITEM_FOOTINGS.map(({ item, provenances, source }) => ({
    name: t('assessment.sources.anchors', { item: t(`readiness.item.${item}.name`) }),
    provenance: provenances.map((one) => t(`assessment.provenance.${one}`)).join(', '),
    source,
  }))
  const figures = FOOTINGS.map(({ figure, provenance, source }) => ({
    name: t(`assessment.figure.${figure}`),
    provenance: t(`assessment.provenance.${provenance}`),
    source,
  }))
  return [...items, ...figures]
}

function SourceLink({ source }: { source: string | null }) {
  const known = source === null ? undefined : SOURCES[source]
  if (!known) return <span>–</span>
  return known.address ? (
    <a class="readiness-change" href={known.address} rel="noreferrer">
      {known.title}
    </a>
  ) : (
    <span>{known.title}</span>
  )
}
