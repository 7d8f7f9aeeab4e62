import type { Exchange } from '#community/exchange.ts'
import { Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Answers } from '../answers.ts'
import { type Assessment, type AssessmentInput, type ENABLERS, FOUNDATIONS, ITEMS, type ItemId } from '../assessment.ts'
import { figure } from '../figures.ts'
import { STEP, WEIGHTS } from '../items.ts'
import { Scale } from './scale.tsx'

interface ItemsPartProps {
  x: Exchange
  answers: Answers
  input: AssessmentInput
  result: Assessment
  /** Where an answer can be changed; null where it is not one person's. */
  changePath: ((item: ItemId) => string) | null
}

/** The nine answers as drawn, with how sure each is, and what they add up to. */
export function ItemsPart({ x, answers, input, result, changePath }: ItemsPartProps) {
  const { t, language } = x
  const score = (value: number) => figure(value, 'exact', language)
  const scores = { ...input.foundations, ...input.enablers }
  return (
    <Section title={t('assessment.items.title')} id="answers">
      <p class="readiness-lead">
        {t('assessment.items.lead', {
          foundation: score(result.foundation),
          enabler: score(result.enabler),
          readiness: score(result.readiness),
        })}
      </p>
      <Table
        caption={t('assessment.items.title')}
        rows={ITEMS}
        rowKey={(item) => item}
        columns={[
          {
            key: 'item',
            head: t('assessment.items.item'),
            rowHead: true,
            cell: (item) => (
              <>
                {changePath ? (
                  <a class="readiness-change" href={changePath(item)}>
                    {t(`readiness.item.${item}.name`)}
                  </a>
                ) : (
                  t(`readiness.item.${item}.name`)
                )}
                <Note note={answers.items[item]?.note} />
              </>
            ),
          },
          {
            key: 'drawing',
            head: t('assessment.items.drawing'),
            cell: (item) => <ItemScale x={x} item={item} score={scores[item]} sure={input.confidence[item]} />,
          },
          {
            key: 'score',
            head: t('assessment.items.score'),
            numeric: true,
            cell: (item) => figure(scores[item], 'score', language),
          },
          {
            key: 'weight',
            head: t('assessment.items.weight'),
            numeric: true,
            cell: (item) =>
              isEnabler(item) ? figure(WEIGHTS[item], 'percent', language) : t('assessment.items.best-two'),
          },
        ]}
      />
    </Section>
  )
}

const isEnabler = (item: ItemId): item is (typeof ENABLERS)[number] =>
  !(FOUNDATIONS as readonly ItemId[]).includes(item)

function ItemScale({ x, item, score, sure }: { x: Exchange; item: ItemId; score: number; sure: number }) {
  const { t, language } = x
  const [low, high] = [Math.max(0, score - (1 - sure) * STEP), Math.min(100, score + (1 - sure) * STEP)]
  const words = {
    item: t(`readiness.item.${item}.name`),
    score: figure(score, 'score', language),
    low: figure(low, 'score', language),
    high: figure(high, 'score', language),
  }
  return <Scale value={score} low={low} high={high} label={t('assessment.items.drawn', words)} />
}

/** A link stays text: it is somebody's evidence, and leads where they say it does. */
function Note({ note }: { note: string | undefined }) {
  return note ? <p class="readiness-evidence">{note}</p> : null
}
