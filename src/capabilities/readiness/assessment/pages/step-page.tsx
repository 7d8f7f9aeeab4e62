import type { Exchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Title } from '#ui/elements/title.tsx'
import { ENABLERS, FOUNDATIONS } from '../assessment.ts'
import { STEPS, type StepName } from '../paths.ts'
import type { Filled } from '../words.ts'
import { ItemQuestion } from './item-question.tsx'
import { MeansQuestions } from './means-questions.tsx'
import { PlaceQuestions } from './place-questions.tsx'
import { ReadinessPage } from './readiness-page.tsx'
import { SignalQuestions } from './signal-questions.tsx'
import { StepTrail } from './step-trail.tsx'

export interface StepPageProps {
  x: Exchange
  step: StepName
  form: Filled
  /** The address of each step, with the answers so far. */
  pathOf: (step: StepName) => string
  /** There is a result to go to from here, as nothing that it needs is open. */
  hasResult: boolean
  /** Of a kept assessment: what it is of, and who answers. */
  kept?: { title: string; name: string }
}

/** One step of the questionnaire. Each button sends what is filled in, so nothing gets lost on the way. */
export function StepPage({ x, step, form, pathOf, hasResult, kept }: StepPageProps) {
  const { t } = x
  const place = STEPS.indexOf(step)
  const isLast = place === STEPS.length - 1
  return (
    <ReadinessPage x={x} title={t(`assessment.step.${step}.title`)} isPrivate>
      <div class="readiness-form">
        <StepTrail x={x} step={step} pathOf={pathOf} />
        <Title lead={t(`assessment.step.${step}.lead`)}>{t(`assessment.step.${step}.title`)}</Title>
        {kept && <p class="readiness-kept-as">{t('assessment.kept.as', kept)}</p>}
        <ErrorSummary problems={form.problems} />
        <Form action={pathOf(step)} novalidate>
          <Questions x={x} step={step} form={form} />
          <div class="readiness-buttons">
            <Button size="large" name="go" value={isLast ? 'result' : 'next'}>
              {isLast ? t('assessment.to-result') : t('assessment.next')}
            </Button>
            {hasResult && !isLast && (
              <Button look="secondary" size="large" name="go" value="result">
                {t('assessment.to-result')}
              </Button>
            )}
            {place > 0 && (
              <Button look="quiet" size="large" name="go" value="back" icon="arrow-left">
                {t('assessment.back')}
              </Button>
            )}
            <Button look="quiet" size="large" name="go" value="later">
              {kept ? t('assessment.save-later') : t('assessment.keep-later')}
            </Button>
          </div>
        </Form>
      </div>
    </ReadinessPage>
  )
}

function Questions({ x, step, form }: Pick<StepPageProps, 'x' | 'step' | 'form'>) {
  if (step === 'means') return <MeansQuestions x={x} form={form} />
  if (step === 'place') return <PlaceQuestions x={x} form={form} />
  if (step === 'signals') return <SignalQuestions x={x} form={form} />
  const items = step === 'foundations' ? FOUNDATIONS : ENABLERS
  return items.map((item) => <ItemQuestion x={x} item={item} form={form} key={item} />)
}
