import type { Exchange } from '#community/exchange.ts'
import { ASKED_SIGNALS } from '../forms.ts'
import { ANSWERS } from '../items.ts'
import type { Filled } from '../words.ts'
import { DegreeQuestion } from './degree-question.tsx'

/** What tells which of the ten objectives fits this brand. */
export function SignalQuestions({ x, form }: { x: Exchange; form: Filled }) {
  const degrees = ANSWERS.map((value) => ({ value, label: x.t(`readiness.objective.answer.${value}`) }))
  return ASKED_SIGNALS.map((signal) => (
    <DegreeQuestion
      form={form}
      name={`signal-${signal}`}
      question={x.t(`readiness.objective.signal.${signal}`)}
      degrees={degrees}
      key={signal}
    />
  ))
}
