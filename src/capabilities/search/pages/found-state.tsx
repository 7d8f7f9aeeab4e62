import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { StateMark, type StateTone } from '#ui/elements/state-mark.tsx'
import { useView } from '#ui/view.ts'

const tones: Readonly<Record<string, StateTone>> = {
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

/** Where a found question stands, in words. */
export function FoundState({ state, brand }: { state: string; brand: string }) {
  const { t } = useView()
  const tone = tones[state]
  return tone ? <StateMark tone={tone}>{t(`search.state.${state}` as MessageKey, { brand })}</StateMark> : null
}

export const isSolved = (state: string): boolean => tones[state] === 'done' || tones[state] === 'verified'
