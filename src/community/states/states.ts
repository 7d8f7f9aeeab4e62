import type { StateTone } from '#ui/elements/state-mark.tsx'

/** Derived from the marks, never set by hand; the words a person sees stand under `community.state.<state>`. */
export type QuestionState =
  | 'new'
  | 'answered'
  | 'community-confirmed'
  | 'brand-verified'
  | 'confirmed'
  | 'not-solved'
  | 'outdated'
  | 'escalated'
  | 'duplicate'

/** What a reader should feel about each, in the order in which lists offer them. */
const tones: Readonly<Record<QuestionState, StateTone>> = {
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

export const questionStates = Object.keys(tones) as readonly QuestionState[]

export const solvedStates: readonly QuestionState[] = ['confirmed', 'brand-verified', 'community-confirmed']

export const isSolved = (state: QuestionState): boolean => solvedStates.includes(state)

export const toneOf = (state: QuestionState): StateTone => tones[state]
