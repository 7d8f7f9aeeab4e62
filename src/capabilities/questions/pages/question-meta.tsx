import type { Exchange } from '#community/exchange.ts'
import { QuestionStateMark } from '#community/states/question-state.tsx'
import { duration } from '#platform/i18n/times.ts'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Time } from '#ui/elements/time.tsx'
import type { ReadQuestion } from '../reading/queries.ts'
import { LivePart } from './live-part.tsx'

/** Where it stands, who asked it and when, and how soon the first answer came. */
export function QuestionMeta({ x, question }: { x: Exchange; question: ReadQuestion }) {
  const wait = question.firstAnswerAt ? +question.firstAnswerAt - +question.createdAt : null
  return (
    <LivePart x={x} question={question} id="question-meta">
      <QuietLine class="question-meta">
        <QuestionStateMark state={question.state} brand={x.brand.name} />
        <span>
          {x.t.rich('questions.meta.asked', {
            name: <a href={`/members/${question.author.handle}`}>{question.author.name}</a>,
            time: <Time at={question.createdAt} />,
          })}
        </span>
        {wait !== null && x.t('questions.meta.firstAnswer', { duration: duration(wait, x.language) })}
      </QuietLine>
    </LivePart>
  )
}
