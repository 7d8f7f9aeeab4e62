import type { Exchange } from '#community/exchange.ts'
import { isSolved } from '#community/states/states.ts'
import { Composer } from '#community/text/composer.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Section } from '#ui/layout/section.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import { useView } from '#ui/view.ts'
import { deedPath, questionPath, signInPath } from '../paths.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { mayAnswer } from '../rules.ts'
import type { Attempt, QuestionPageProps } from './question-page.tsx'

/** Where one answers. Says beforehand when the question is solved already. */
export function AnswerForm({ x, reading, attempt, filled }: QuestionPageProps) {
  const { viewer } = x
  const { question } = reading
  if (!viewer) return <Invitation x={x} path={questionPath(question)} />
  const own = attempt?.place === 'answers' ? attempt : undefined
  // Closed while somebody wrote: their words still come back.
  const refusal = mayAnswer(viewer, { ...question, authorId: question.author.id })
  if (!own && refusal) return refusal === 'blocked' ? <Notice>{x.t('questions.refusal.blocked')}</Notice> : null
  const form = <OwnAnswer x={x} question={question} own={own} filled={filled} />
  if (own || filled) return form
  const isAsker = viewer.id === question.author.id
  return <Shared of={`answer-form ${x.brand.revision} ${question.id} ${question.state} ${isAsker}`} part={() => form} />
}

interface OwnAnswerProps extends Pick<QuestionPageProps, 'x' | 'filled'> {
  question: ReadQuestion
  own?: Attempt
}

function OwnAnswer({ x, question, own, filled }: OwnAnswerProps) {
  const { t } = x
  const { onceKey } = useView()
  const isAsker = x.viewer?.id === question.author.id
  const isEnded = isSolved(question.state)
  const ownTitle = t(isEnded ? 'questions.answer.ownForm.solved' : 'questions.answer.ownForm')
  const title = isAsker ? ownTitle : t('questions.answer.form')
  return (
    <Section title={title} id="answer-form">
      {isAsker && !isEnded && <p class="answer-form-lead">{t('questions.answer.ownForm.lead')}</p>}
      {isEnded && !isAsker && !own && <Notice tone="info">{t('questions.answer.alreadySolved')}</Notice>}
      <Form action={`${deedPath(question.id, 'answers')}#answer-form`} once={onceKey} class="answer-form">
        <Composer
          x={x}
          name="body"
          label={t('questions.answer.label')}
          place={`answer:${question.id}`}
          value={own?.words ?? filled?.words}
          added={filled?.quote}
          error={own?.problem}
          details={own?.details}
        />
        <Button>{t('questions.answer.send')}</Button>
      </Form>
    </Section>
  )
}

function Invitation({ x, path }: { x: Exchange; path: string }) {
  return (
    <Section title={x.t('questions.answer.form')}>
      <p class="answer-form-lead">{x.t('questions.answer.invitation')}</p>
      <p>
        <LinkButton href={signInPath(`${path}#answer-form`)} look="secondary">
          {x.t('questions.answer.signIn')}
        </LinkButton>
      </p>
    </Section>
  )
}
