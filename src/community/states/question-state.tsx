import type { Translate } from '#platform/i18n/translate.ts'
import { StateMark } from '#ui/elements/state-mark.tsx'
import { useView } from '#ui/view.ts'
import { type QuestionState, toneOf } from './states.ts'

/** The state of a question in words; the colour only helps. */
export function QuestionStateMark({ state, brand }: { state: QuestionState; brand: string }) {
  const { t } = useView()
  return <StateMark tone={toneOf(state)}>{stateWords(t, state, brand)}</StateMark>
}

export const stateWords = (t: Translate, state: QuestionState, brand: string): string =>
  t(`community.state.${state}`, { brand })
