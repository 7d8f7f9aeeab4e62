import type { Exchange } from '#community/exchange.ts'
import { STEPS, type StepName } from '../paths.ts'

interface StepTrailProps {
  x: Exchange
  step: StepName
  pathOf: (step: StepName) => string
}

/** Where one is in the questionnaire. What was passed is a link; what comes is not, because its answers would be lost. */
export function StepTrail({ x, step, pathOf }: StepTrailProps) {
  const { t } = x
  const place = STEPS.indexOf(step)
  return (
    <nav class="readiness-trail" aria-label={t('assessment.trail')}>
      <p>{t('assessment.step-of', { step: place + 1, steps: STEPS.length })}</p>
      <ol>
        {STEPS.map((name, at) => (
          <li key={name} class={at <= place ? 'readiness-trail-passed' : undefined}>
            {at < place ? (
              <a href={pathOf(name)}>{t(`assessment.step.${name}.short`)}</a>
            ) : (
              <span aria-current={at === place ? 'step' : undefined}>{t(`assessment.step.${name}.short`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
