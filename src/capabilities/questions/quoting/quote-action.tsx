import type { Exchange } from '#community/exchange.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { mayQuote } from '../rules.ts'
import { quotingPath } from './quoted.ts'

interface Props {
  x: Exchange
  question: ReadQuestion
  post: { readonly id: string; readonly hiddenAt: Date | null; readonly deletedAt: Date | null }
}

/** "Quote" in the row of a question or an answer. */
export function QuoteAction({ x, question, post }: Props) {
  if (!mayBeQuoted({ x, question, post })) return null
  const name = post === question ? 'question' : `answer-${post.id}`
  return (
    <a class="action quote-action" href={quotingPath(question.id, name)}>
      {x.t('questions.action.quote')}
    </a>
  )
}

/** The same at a comment: as quiet as its time. */
export function QuoteLink({ x, question, commentId }: Omit<Props, 'post'> & { commentId: string }) {
  if (!mayBeQuoted({ x, question, post: { id: commentId, hiddenAt: null, deletedAt: null } })) return null
  return (
    <>
      {' · '}
      <a href={quotingPath(question.id, `comment-${commentId}`)}>{x.t('questions.action.quote')}</a>
    </>
  )
}

const mayBeQuoted = ({ x, question, post }: Props): boolean =>
  mayQuote(x.viewer, { ...question, authorId: question.author.id }, post) === null
