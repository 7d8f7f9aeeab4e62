import type { Exchange } from '#community/exchange.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import type { QuestionReading } from '../reading/reading.ts'
import { QuestionActions } from './question-actions.tsx'
import { QuestionComments } from './question-comments.tsx'
import type { Attempt } from './question-page.tsx'
import { QuestionStanding } from './standing-notices.tsx'

/** What was asked, what one can do with it, and what others remarked. */
export function QuestionBody({ x, reading, attempt }: { x: Exchange; reading: QuestionReading; attempt?: Attempt }) {
  const { question } = reading
  return (
    <>
      <QuestionStanding x={x} reading={reading} />
      <Prose html={question.html} lang={question.language === x.language ? undefined : question.language} />
      {question.credit && <CreditLine x={x} credit={question.credit} />}
      {question.alsoAsked.map((other) => (
        <details class="also-asked" key={other.title}>
          <summary>{x.t('questions.alsoAsked', { title: other.title, name: other.name })}</summary>
          <Prose html={other.html} />
        </details>
      ))}
      <QuestionActions x={x} reading={reading} />
      <QuestionComments x={x} reading={reading} attempt={attempt} />
    </>
  )
}

function CreditLine({ x, credit }: { x: Exchange; credit: { author: string; url: string; licence: string } }) {
  return (
    <Notice tone="info">
      {x.t.rich('questions.credit', {
        author: credit.author,
        licence: credit.licence,
        source: (
          <a href={credit.url} rel="nofollow noopener">
            {x.t('questions.credit.source')}
          </a>
        ),
      })}
    </Notice>
  )
}
