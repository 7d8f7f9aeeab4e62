import type { Exchange } from '#community/exchange.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Section } from '#ui/layout/section.tsx'
import { questionPath } from '../paths.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { LivePart } from './live-part.tsx'
import type { Attempt } from './question-page.tsx'
import { ReadersAnswer } from './readers-part.tsx'

interface AnswersProps {
  x: Exchange
  reading: QuestionReading
  attempt?: Attempt
}

/** The answers as they change while one looks: the page and the live update render this same part. */
export function Answers({ x, reading, attempt }: AnswersProps) {
  const { question, best, answers } = reading
  const others = answers.length
  const isAsker = x.viewer?.id === question.author.id
  const shown = { x, reading, attempt }
  return (
    <LivePart
      x={x}
      question={question}
      id="answers"
      count={question.answerCount}
      one={x.t('questions.live.one')}
      many={x.t('questions.live.many')}
    >
      {best && <ReadersAnswer {...shown} answer={best} isBest />}
      {others > 0 && (
        <Section
          title={title(x, reading)}
          beside={question.answerCount > 1 || !reading.isFirstPage ? <OrderTabs x={x} reading={reading} /> : undefined}
        >
          {answers.map((answer) => (
            <ReadersAnswer {...shown} answer={answer} key={answer.id} />
          ))}
        </Section>
      )}
      {question.answerCount === 0 && others === 0 && (
        <EmptyState title={x.t('questions.answers.none')}>
          {x.t(isAsker ? 'questions.answers.none.own' : 'questions.answers.none.lead')}
          {reading.wait && ` ${x.t('questions.wait', { time: reading.wait })}`}
        </EmptyState>
      )}
      <Pager
        previous={reading.previous && pagePath(reading, `before=${reading.previous}`)}
        next={reading.next && pagePath(reading, `after=${reading.next}`)}
        label={x.t('questions.answers.pages')}
      />
      {reading.isFirstPage && reading.next && (
        <p class="to-last">
          <a href={pagePath({ ...reading, order: 'time' }, 'last=1')}>{x.t('questions.answers.last')}</a>
        </p>
      )}
    </LivePart>
  )
}

function title(x: Exchange, { question, best }: QuestionReading): string {
  // What stands below was hidden or taken away.
  if (question.answerCount === 0) return x.t('questions.answers.none')
  return best
    ? x.t('questions.answers.others', { count: Math.max(0, question.answerCount - 1) })
    : x.t('questions.answers.title', { count: question.answerCount })
}

function OrderTabs({ x, reading }: { x: Exchange; reading: QuestionReading }) {
  const path = questionPath(reading.question)
  return (
    <Tabs
      label={x.t('questions.answers.order')}
      tabs={[
        { href: `${path}#answers`, label: x.t('questions.answers.useful'), current: reading.order === 'useful' },
        { href: `${path}?sort=time#answers`, label: x.t('questions.answers.time'), current: reading.order === 'time' },
      ]}
    />
  )
}

function pagePath({ question, order }: QuestionReading, place: string): string {
  return `${questionPath(question)}?${order === 'time' ? 'sort=time&' : ''}${place}#answers`
}
