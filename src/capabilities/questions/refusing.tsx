import type { Exchange } from '#community/exchange.ts'
import { cleanText } from '#platform/http/clean.ts'
import { page, type Reply } from '#platform/http/reply.ts'
import { LostWordsPage } from './pages/lost-words-page.tsx'
import { RefusedPage } from './pages/refused-page.tsx'
import type { Refusal } from './rules.ts'

/** Says why it could not be done, with the way back. */
export const refusing =
  (x: Exchange, back: string) =>
  (reason: Refusal): Reply =>
    page(<RefusedPage x={x} reason={reason} back={back} />, 409)

/** Where somebody wrote is nothing any more, or never was for them: the same for both, and their words are kept. */
export function keepingWords(x: Exchange): Reply {
  const { title, body } = (x.body ?? {}) as Record<string, unknown>
  const words = [title, body].filter((one) => typeof one === 'string').map(cleanText)
  return page(<LostWordsPage x={x} words={words.join('\n\n')} />, 404)
}
