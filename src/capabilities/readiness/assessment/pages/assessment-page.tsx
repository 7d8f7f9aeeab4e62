import type { Exchange } from '#community/exchange.ts'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { ShareLink } from '#ui/elements/share-link.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Title } from '#ui/elements/title.tsx'
import { inputOf } from '../answers.ts'
import { differencesAmong, jointAnswers } from '../joint.ts'
import type { Kept } from '../kept-handlers.tsx'
import { assessmentPath, respondentPath } from '../paths.ts'
import type { Filled } from '../words.ts'
import { DeletionForm } from './deletion-form.tsx'
import { DifferencesPart } from './differences-part.tsx'
import { ReadinessPage } from './readiness-page.tsx'
import { ReportHead } from './report-head.tsx'
import { RespondentsPart } from './respondents-part.tsx'
import { ResultParts } from './result-parts.tsx'

/** A kept assessment: who answered, where they differ, and what they say together. */
export function AssessmentPage({ x, kept, form }: { x: Exchange; kept: Kept; form: Filled }) {
  const { t } = x
  const finished = kept.respondents.filter(({ answers }) => inputOf(answers) !== null)
  return (
    <ReadinessPage x={x} title={t('assessment.kept.title')} isPrivate>
      <div class="readiness-report">
        <Title lead={t('assessment.kept.lead')}>{kept.title}</Title>
        <ErrorSummary problems={form.problems} />
        <p class="readiness-kept-until">
          {t('assessment.kept.until')} <Time at={kept.expiresAt} style="date" />.{' '}
          <ShareLink
            href={`${x.site.config.publicUrl}${assessmentPath(kept.secret)}`}
            title={t('assessment.kept.title')}
          >
            {t('assessment.kept.share')}
          </ShareLink>
        </p>
        <RespondentsPart x={x} kept={kept} form={form} />
        {finished.length > 1 && (
          <DifferencesPart x={x} people={finished.length} differences={differencesAmong(finished)} />
        )}
        <Joint x={x} kept={kept} finished={finished} />
        <DeletionForm x={x} secret={kept.secret} />
      </div>
    </ReadinessPage>
  )
}

function Joint({ x, kept, finished }: { x: Exchange; kept: Kept; finished: Kept['respondents'] }) {
  const { t } = x
  const [only] = finished
  if (!only) return <p class="readiness-lead">{t('assessment.kept.none-finished')}</p>
  const answers = { ...jointAnswers(finished.map((one) => one.answers)), title: kept.title }
  const input = inputOf(answers)
  if (input === null) return null
  const isOne = finished.length === 1
  return (
    <>
      <ReportHead x={x} people={finished.map(({ name }) => name)} />
      {!isOne && <p class="readiness-lead">{t('assessment.kept.joint')}</p>}
      <ResultParts
        x={x}
        answers={answers}
        input={input}
        changePath={
          isOne ? (step, item) => `${respondentPath(kept.secret, only.id, step)}${item ? `#item-${item}` : ''}` : null
        }
      />
    </>
  )
}
