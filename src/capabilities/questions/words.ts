import type { Translate } from '#platform/i18n/translate.ts'
import type { StateTone } from '#ui/elements/state-mark.tsx'
import type { QuestionState } from './marks/rules.ts'

const tones: Record<QuestionState, StateTone> = {
  new: 'waiting',
  answered: 'open',
  'community-confirmed': 'done',
  'brand-verified': 'verified',
  confirmed: 'done',
  'not-solved': 'problem',
  outdated: 'quiet',
  escalated: 'waiting',
  duplicate: 'quiet',
}

export const toneOf = (state: QuestionState): StateTone => tones[state]

export const stateWords = (t: Translate, state: QuestionState, brand: string): string =>
  t(`questions.state.${state}`, { brand })
