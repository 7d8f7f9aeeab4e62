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
export function AboutPost({ x, kind, post }: AboutPostProps) {
  const { t } = x
  const { question, authorName } = post
  return (
    <div class="about-post">
      <AboutQuestion x={x} question={question} />
      {kind !== 'question' && (
        <p class="proposal-reason">
          {t(`questions.keeping.about.${kind}`, { name: authorName, words: excerpt(post.body, 280) })}
        </p>
      )}
    </div>
  )
}

interface AboutQuestionProps {
  x: Exchange
  question: { readonly id: string; readonly slug: string; readonly title: string }
}

export const AboutQuestion = ({ x: { t }, question }: AboutQuestionProps) => (
  <p class="proposal-about">
    {t.rich('questions.proposal.about', { question: <a href={questionPath(question)}>{question.title}</a> })}
  </p>
)
