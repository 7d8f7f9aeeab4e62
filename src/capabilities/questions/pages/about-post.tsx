import type { Exchange } from '#community/exchange.ts'
import type { PostKind } from '#community/revisions/revisions.ts'
import { excerpt } from '#community/text/render.ts'
import type { DecidedPost } from '../keeping/queries.ts'
import { questionPath } from '../paths.ts'

interface AboutPostProps {
  x: Exchange
  kind: PostKind
  post: DecidedPost
}

/** Which post a decision is about, so that nobody decides about another one than they meant. */
export function AboutPost({ x: { t }, kind, post }: AboutPostProps) {
  const { question, authorName } = post
  return (
    <div class="about-post">
      <p class="proposal-about">
        {t.rich('questions.proposal.about', { question: <a href={questionPath(question)}>{question.title}</a> })}
      </p>
      {kind !== 'question' && (
        <p class="proposal-reason">
          {t(`questions.keeping.about.${kind}`, { name: authorName, words: excerpt(post.body, 280) })}
        </p>
      )}
    </div>
  )
}
