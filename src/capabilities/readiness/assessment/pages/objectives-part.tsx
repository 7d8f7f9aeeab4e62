import type { Exchange } from '#community/exchange.ts'
import { Section } from '#ui/layout/section.tsx'
import { figure } from '../figures.ts'
import type { RankedObjective } from '../objectives.ts'
import { Scale } from './scale.tsx'

/** Of the best it is said why; the others are there to compare. */
const BEST = 3

/** Why a community at all: the ten objectives, best first. */
export function ObjectivesPart({ x, ranked }: { x: Exchange; ranked: readonly RankedObjective[] }) {
  const { t } = x
  return (
    <Section title={t('assessment.objectives.title')} id="objectives">
      <p class="readiness-lead">{t('assessment.objectives.lead')}</p>
      <ol class="readiness-objectives">
        {ranked.map((one, place) => (
          <li key={one.objective}>
            <p>
              <b>{t(`readiness.objective.${one.objective}.name`)}</b> <Score x={x} score={one.score} />
            </p>
            <p class="readiness-quiet">{t(`readiness.objective.${one.objective}.lead`)}</p>
            {place >= BEST ? null : one.reasons.length > 0 ? (
              <ul class="readiness-reasons">
                {one.reasons.map(({ signal, isFor }) => (
                  <li key={signal}>
                    {isFor ? t('readiness.objective.for') : t('readiness.objective.against')}:{' '}
                    {isFor
                      ? t(`readiness.objective.signal.${signal}`)
                      : t('assessment.objectives.not', { signal: t(`readiness.objective.signal.${signal}`) })}
                  </li>
                ))}
              </ul>
            ) : (
              <p class="readiness-quiet">{t('readiness.objective.unknown')}</p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Score({ x, score }: { x: Exchange; score: number | null }) {
  if (score === null) return null
  const words = figure(score, 'score', x.language)
  return (
    <span class="readiness-objective-score">
      <Scale value={score} low={score} high={score} label={x.t('assessment.objectives.score', { score: words })} />
      <span aria-hidden="true">{words}</span>
    </span>
  )
}
