import type { MemberExchange } from '#community/exchange.ts'
import { type Said, saying } from '#community/said.ts'
import type { MaskedCount, RawText } from '#community/text/compose.ts'
import type { Detail } from '#community/text/mask.ts'
import type { Reading } from '#platform/http/forms.ts'
import { type Reply, seeOther } from '#platform/http/reply.ts'
import type { DeedResult } from './deed-result.ts'
import { problemWords, refusalWords, saidOf, unseenDetails } from './handling.ts'
import { showAttempt } from './reading/handlers.tsx'
import { keepingWords } from './refusing.tsx'

/** A text that joins a question: an answer, or a comment on it or on an answer. */
export interface JoiningText {
  /** The form on the page from which it came: there it stands once more when it could not be stored. */
  readonly place: string
  readonly post: (raw: RawText) => Promise<DeedResult<Joined>>
  readonly said: Said
  /** Where it stands; its question may have been merged meanwhile. */
  readonly pathIn: (questionId: string, id: string) => string
}

interface Joined {
  readonly id: string
  readonly questionId: string
  readonly masked: readonly MaskedCount[]
}

/** Posts the text as it was sent: then to where it stands, or the question once more with the words kept. */
export async function postText(
  x: MemberExchange,
  read: Reading<{ body: string; keep: string[] }>,
  text: JoiningText,
): Promise<Reply> {
  const again = (words: string, problem: string, details?: readonly Detail[]) =>
    showAttempt(x, { place: text.place, words, problem, details })
  if (!read.ok) return again(read.words.body ?? '', problemWords(x, read.problems).body ?? x.t('form.unreadable'))
  const { body, keep } = read.value
  const details = unseenDetails(x, body)
  if (details.length > 0) return again(body, '', details)
  const result = await text.post({ text: body, keep })
  if (result.outcome === 'unknown') return keepingWords(x)
  if (result.outcome === 'refused') return again(body, refusalWords(x, result.reason))
  const { questionId, id } = result.value
  return seeOther(saying(text.pathIn(questionId, id), ...saidOf(text.said, result.value)))
}
