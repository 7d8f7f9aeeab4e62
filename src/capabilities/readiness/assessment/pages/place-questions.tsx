import type { Exchange } from '#community/exchange.ts'
import { PLACE_ANSWERS } from '../elsewhere.ts'
import { ASKED_CRITERIA } from '../forms.ts'
import type { Filled } from '../words.ts'
import { DegreeQuestion } from './degree-question.tsx'

/** What speaks for an address of one's own, and what for going where people are. */
export function PlaceQuestions({ x, form }: { x: Exchange; form: Filled }) {
  const degrees = PLACE_ANSWERS.map((value) => ({ value, label: x.t(`readiness.elsewhere.answer.${value}`) }))
  return ASKED_CRITERIA.map(({ id }) => (
    <DegreeQuestion
      form={form}
      name={`place-${id}`}
      question={x.t(`readiness.elsewhere.criterion.${id}`)}
      degrees={degrees}
      key={id}
    />
  ))
}
