import type { Exchange } from '#community/exchange.ts'
import { isModerator } from '#community/members/actor.ts'
import { fullDate } from '#platform/i18n/times.ts'
import { Icon } from '#ui/elements/icon.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import { Time } from '#ui/elements/time.tsx'
import { readsLikeThanks } from '../acceptance/reads-like-thanks.ts'
import type { ReadAnswer } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { AnswerActions } from './answer-actions.tsx'
import { ThanksOffer } from './asker-actions.tsx'
import { Byline } from './byline.tsx'
import { Comments } from './comments.tsx'
import type { Attempt } from './question-page.tsx'

export interface AnswerProps {
  x: Exchange
  reading: QuestionReading
  answer: ReadAnswer
  isBest?: boolean
  attempt?: Attempt
}

/** One answer with what was said of it. What was taken away leaves a line, so that the talk around it still reads. */
export function Answer({ x, reading, answer, isBest = false, attempt }: AnswerProps) {
  const mayLook = isModerator(x.viewer) || (answer.deletedAt === null && x.viewer?.id === answer.author.id)
  const isGone = answer.hiddenAt !== null || answer.deletedAt !== null
  if (isGone && !mayLook) return <Removed x={x} answer={answer} />
  const { question } = reading
  return (
    <article class={isBest ? 'answer answer-best' : 'answer'} id={`answer-${answer.id}`}>
      <Outcome x={x} reading={reading} answer={answer} isBest={isBest} />
      {isGone && (
        <Notice tone="warn" title={x.t(answer.hiddenAt ? 'questions.answer.hidden' : 'questions.answer.deleted')}>
          {answer.hiddenReason}
        </Notice>
      )}
      <Byline
        author={answer.author}
        brand={x.brand.name}
        at={answer.createdAt}
        editedAt={answer.editedAt}
        historyPath={`/questions/${question.id}/answers/${answer.id}/history`}
      />
      <Prose html={answer.html} />
      {answer.credit && (
        <p class="credit">
          {x.t.rich('questions.credit', {
            author: answer.credit.author,
            licence: answer.credit.licence,
            source: (
              <a href={answer.credit.url} rel="nofollow noopener">
                {x.t('questions.credit.source')}
              </a>
            ),
          })}
        </p>
      )}
      <AnswerActions x={x} reading={reading} answer={answer} />
      <Comments
        x={x}
        question={question}
        answerId={answer.id}
        comments={answer.comments}
        hidden={reading.own.hiddenComments}
        isGone={isGone}
        attempt={attempt}
      />
      {isThankedByAsker(x, reading, answer) && <ThanksOffer x={x} question={question} answerId={answer.id} />}
      {answer.commentCount > answer.comments.filter(isShown).length && (
        <a href={`/questions/${question.id}/answers/${answer.id}?comments=all`}>
          {x.t('questions.comments.all', { count: answer.commentCount })}
        </a>
      )}
    </article>
  )
}

function Removed({ x, answer }: { x: Exchange; answer: ReadAnswer }) {
  return (
    <p class="answer answer-removed" id={`answer-${answer.id}`}>
      {x.t(answer.deletedAt ? 'questions.answer.deletedByAuthor' : 'questions.answer.hiddenByModerator')}
    </p>
  )
}

/** Who vouches for this answer, in one line above it. */
function Outcome({ x, reading, answer, isBest }: Omit<AnswerProps, 'attempt'>) {
  const { t, brand } = x
  const { question } = reading
  const verified = question.marks.findLast((mark) => mark.kind === 'verified' && mark.answerId === answer.id)
  const outdated = question.marks.findLast((mark) => mark.kind === 'outdated' && mark.answerId === answer.id)
  return (
    <>
      {outdated && (
        <Notice tone="warn" title={t('questions.answer.outdated', { brand: brand.name })}>
          {outdated.note}
        </Notice>
      )}
      {answer.confirmedAt && (
        <p class="answer-label">
          <Icon name="check" />
          <span>
            {question.state === 'not-solved'
              ? t('questions.answer.helpedFirst', { name: question.author.name })
              : t('questions.answer.helped', { name: question.author.name, others: answer.workedCount })}
            <span class="answer-confirmed-at">
              {' · '}
              <Time at={answer.confirmedAt} />
            </span>
          </span>
        </p>
      )}
      {!answer.confirmedAt && answer.workedCount > 0 && (
        <p class="answer-label">
          <Icon name={isBest ? 'check' : 'thumbs-up'} />
          {t('questions.answer.worked', { count: answer.workedCount })}
        </p>
      )}
      {verified && (
        <p class="answer-label answer-verified">
          <Icon name="shield-check" />
          {t('questions.answer.verified', {
            brand: brand.name,
            name: verified.name,
            date: fullDate(verified.madeAt, x.language, x.brand.zone),
            product: [verified.product, verified.version].filter(Boolean).join(' ') || 'none',
          })}
        </p>
      )}
    </>
  )
}

const isShown = (post: { hiddenAt: Date | null }): boolean => post.hiddenAt === null

/** The asker reads their own thanks below an answer that they did not confirm yet, as comment or as answer after it. */
function isThankedByAsker(x: Exchange, { question, answers }: QuestionReading, answer: ReadAnswer): boolean {
  const askerId = question.author.id
  if (x.viewer?.id !== askerId || answer.author.id === askerId || answer.confirmedAt !== null) return false
  if (question.marks.some((mark) => mark.kind === 'confirmed')) return false
  const next = answers[answers.indexOf(answer) + 1]
  const posts = [...answer.comments, ...(next ? [next] : [])].filter(isShown)
  const remarks = posts.filter((post) => post.author.id === askerId)
  return remarks.some((post) => readsLikeThanks(post.html.replace(/<[^>]{1,500}>/g, ' ')))
}
