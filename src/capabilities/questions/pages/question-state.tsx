import { StateMark } from '#ui/elements/state-mark.tsx'
import { useView } from '#ui/view.ts'
import type { QuestionState } from '../marks/rules.ts'
import { stateWords, toneOf } from '../words.ts'

/** The state of a question in words; the colour only helps. */
export function QuestionStateMark({ state, brand }: { state: QuestionState; brand: string }) {
  const { t } = useView()
  return <StateMark tone={toneOf(state)}>{stateWords(t, state, brand)}</StateMark>
}
