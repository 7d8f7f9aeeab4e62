import { dropDraft } from '#community/drafts/drafts.ts'
import type { MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import type { MaskedCount, RawText } from '#community/text/compose.ts'
import { readForm } from '#platform/http/forms.ts'
import { pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import type { answerForm, commentForm } from './answers/forms.ts'
import type { DeedResult } from './deed-result.ts'
import { problemWords, refusalWords, saidOf, unseenDetails } from './handling.ts'
import { EditPage, type EditPageProps } from './pages/edit-page.tsx'
import { keepingWords } from './refusing.tsx'

/** A text that stands with a question and is being changed. */
export interface EditedText {
  readonly page: Pick<EditPageProps, 'title' | 'action' | 'back' | 'place' | 'label'>
  readonly form: typeof answerForm | typeof commentForm
  readonly edit: (raw: RawText) => Promise<DeedResult<{ questionId: string; masked: readonly MaskedCount[] }>>
  /** Where it stands; its question may have been merged meanwhile. */
  readonly pathIn: (questionId: string) => string
}

/** Changes the text as it was sent: then back to where it stands, or the page once more with the words kept. */
export async function changeText(x: MemberExchange, text: EditedText): Promise<Reply> {
  const again = (words: string, more: Pick<EditPageProps, 'problem' | 'details'>) =>
    pageWithProblems(<EditPage x={x} {...text.page} words={words} {...more} />)
  const read = readForm(text.form, x.body)
  if (!read.ok) return again(read.words.body ?? '', { problem: problemWords(x, read.problems).body })
  const { body, keep } = read.value
  const details = unseenDetails(x, body)
  if (details.length > 0) return again(body, { details })
  const result = await text.edit({ text: body, keep })
  if (result.outcome === 'unknown') return keepingWords(x)
  if (result.outcome === 'refused') return again(body, { problem: refusalWords(x, result.reason) })
  await dropDraft(x, text.page.place)
  return seeOther(saying(text.pathIn(result.value.questionId), ...saidOf('edited', result.value)))
}
