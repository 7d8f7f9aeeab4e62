import { readDraft } from '#community/drafts/drafts.ts'
import type { Exchange } from '#community/exchange.ts'
import { beginningOf, quoteOf } from '#community/text/quoting.ts'
import { ownWords } from '#community/text/render.ts'
import { textBelow } from '#ui/text-below.ts'
import { findQuoted } from './queries.ts'
import { quotedPath, quotedPost } from './quoted.ts'

/** What stands in the answer form for whoever came by "Quote". */
export interface Filled {
  /** What they had begun, and the quote below it. */
  readonly words: string
  readonly quote: string
}

/** The `quote` of the address, however wrong. */
export const quoteIn = (query: unknown): unknown => (query as { quote?: unknown }).quote

/** Null when nothing is quoted, 'unknown' when there is no such post, or none that everybody here sees. */
export async function fillWithQuote(x: Exchange, questionId: string): Promise<Filled | null | 'unknown'> {
  const name = quoteIn(x.query)
  if (name === undefined) return null
  const post = quotedPost(name)
  const quoted = post && (await findQuoted(x.db, x.viewer, questionId, post))
  if (!quoted) return 'unknown'
  const words = beginningOf(ownWords(quoted.body))
  const quote = quoteOf({ name: quoted.name, path: quotedPath(questionId, post), words })
  const draft = await readDraft(x, `answer:${questionId}`)
  return { words: textBelow(draft?.body ?? '', quote), quote }
}
