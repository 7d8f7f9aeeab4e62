import type { Exchange } from '#community/exchange.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Toast } from '#ui/elements/toast-region.tsx'

/**
 * What a deed says after its redirect travels as a word in the address, `?said=answered`: no cookie, and a page that is
 * loaded again says it again, which is honest. Only these words are known.
 */
export type Said = (typeof known)[number]

const known = [
  'asked',
  'answered',
  'commented',
  'edited',
  'deleted',
  'accepted',
  'unaccepted',
  'not-solved',
  'worked',
  'thanked',
  'followed',
  'unfollowed',
  'same',
  'verified',
  'outdated',
  'escalated',
  'hidden',
  'restored',
  'moved',
  'closed',
  'reopened',
  'merged',
  'duplicate',
  'blocked',
  'unblocked',
  'proposed',
  'rejected',
  'saved',
  'withdrawn',
  'feedback',
  'masked',
  'welcome',
  'signed-out',
] as const

export function saying(path: string, ...said: Said[]): string {
  const [address = '', anchor] = path.split('#')
  const query = said.map((word) => `said=${word}`).join('&')
  return `${address}${address.includes('?') ? '&' : '?'}${query}${anchor ? `#${anchor}` : ''}`
}

export function toastsFor(x: Exchange): Toast[] {
  const words = new URLSearchParams(x.url.split('?')[1] ?? '').getAll('said')
  return known
    .filter((word) => words.includes(word))
    .map((word) => ({ words: x.t(`community.said.${word}` as MessageKey) }) as Toast)
}
