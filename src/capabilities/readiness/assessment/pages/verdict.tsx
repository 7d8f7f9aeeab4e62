import type { Exchange } from '#community/exchange.ts'
import { percentage } from '#platform/i18n/numbers.ts'
import type { Assessment } from '../assessment.ts'
import { BAR, NO_BAR, PILOT_BAR } from '../decision.ts'
import { figure } from '../figures.ts'
import { Scale } from './scale.tsx'

/** The decision in plain words, and how far the score may be off. */
export function Verdict({ x, result }: { x: Exchange; result: Assessment }) {
  const { t, language } = x
  const { readiness, interval, probabilityNow, decision, reason } = result
  const score = (value: number) => figure(value, 'score', language)
  const values = { score: score(readiness), low: score(interval.p5), high: score(Math.ceil(interval.p95)) }
  return (
    <section class={`readiness-verdict readiness-verdict-${decision}`} aria-labelledby="verdict">
      <p class="readiness-verdict-label">{t('assessment.verdict')}</p>
      <h2 id="verdict">{t(`readiness.decision.${decision}.title`)}</h2>
      <p class="readiness-verdict-lead">{t(`readiness.decision.${decision}.lead`)}</p>
      <p>{t(`readiness.decision.reason.${reason}`)}</p>
      <div class="readiness-score">
        <p>
          <b>{values.score}</b> <span>{t('assessment.score.of', values)}</span>
        </p>
        <Scale
          value={readiness}
          low={interval.p5}
          high={interval.p95}
          marks={[NO_BAR, PILOT_BAR, BAR]}
          look="interval"
          label={t('assessment.score.drawing', values)}
        />
        <ol class="readiness-zones" aria-hidden="true">
          {(['no', 'not-yet', 'pilot', 'now'] as const).map((zone) => (
            <li key={zone}>{t(`assessment.zone.${zone}`)}</li>
          ))}
        </ol>
        <p class="readiness-quiet">
          {t('assessment.score.chance', { chance: percentage(probabilityNow, language), bar: BAR })}
        </p>
        <Chances x={x} result={result} />
      </div>
    </section>
  )
}

/** Only when what the answers leave open decides: else it says the same twice. */
function Chances({ x, result }: { x: Exchange; result: Assessment }) {
  const { t, language } = x
  const open = (['now', 'pilot', 'not-yet', 'no'] as const).filter((one) => result.decisionChances[one] >= 0.005)
  if (open.length < 2) return null
  return (
    <p class="readiness-quiet">
      {t('assessment.score.chances', {
        list: open
          .map((one) => `${t(`assessment.zone.${one}`)} ${percentage(result.decisionChances[one], language)}`)
          .join(' · '),
      })}
    </p>
  )
}
