import type { Exchange } from '#community/exchange.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import type { Answers } from '../answers.ts'
import type { AssessmentInput } from '../assessment.ts'
import { keepPath, questionsPath } from '../paths.ts'
import { MovedPart } from './moved-part.tsx'
import { ReadinessPage } from './readiness-page.tsx'
import { ReportHead } from './report-head.tsx'
import { ResultParts } from './result-parts.tsx'

interface ResultPageProps {
  x: Exchange
  answers: Answers
  input: AssessmentInput
  /** What the answers were before they were changed. */
  before: Answers | null
}

/** The report of answers that are kept nowhere but in the address of this page. */
export function ResultPage({ x, answers, input, before }: ResultPageProps) {
  const { t } = x
  return (
    <ReadinessPage x={x} title={t('assessment.result.title')} isPrivate>
      <div class="readiness-report">
        <Title
          lead={t('assessment.result.lead')}
          aside={
            <>
              <LinkButton href={questionsPath(answers, 'foundations', answers)} look="secondary" icon="pencil">
                {t('assessment.result.change')}
              </LinkButton>
              <LinkButton href={keepPath(answers)}>{t('assessment.result.keep')}</LinkButton>
            </>
          }
        >
          {answers.title ?? t('assessment.result.title')}
        </Title>
        <ReportHead x={x} />
        {before && <MovedPart x={x} before={before} answers={answers} />}
        <ResultParts
          x={x}
          answers={answers}
          input={input}
          changePath={(step, item) => `${questionsPath(answers, step, answers)}${item ? `#item-${item}` : ''}`}
        />
      </div>
    </ReadinessPage>
  )
}
