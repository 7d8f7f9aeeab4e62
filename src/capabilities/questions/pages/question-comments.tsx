import type { Exchange } from '#community/exchange.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { Comments } from './comments.tsx'
import { LivePart } from './live-part.tsx'
import type { Attempt } from './question-page.tsx'

interface QuestionCommentsProps {
  x: Exchange
  reading: QuestionReading
  attempt?: Attempt
}

/** What others remarked about the question itself. */
export function QuestionComments({ x, reading: { question, comments, own }, attempt }: QuestionCommentsProps) {
  return (
    <LivePart x={x} question={question} id="question-comments">
      <Comments
        x={x}
        question={question}
        answerId={null}
        comments={comments}
        hidden={own.hiddenComments}
        attempt={attempt}
      />
    </LivePart>
  )
}
