import type { MemberExchange } from '#community/exchange.ts'
import type { PostKind } from '#community/revisions/revisions.ts'
import { missing, page, type Reply } from '#platform/http/reply.ts'
import { findDecidedPost } from './keeping/queries.ts'
import { AboutPost } from './pages/about-post.tsx'
import { DecisionPage } from './pages/decision-page.tsx'

/** What cannot be brought back by whoever takes it away is asked once more. */
export async function askWhetherToDelete(
  x: MemberExchange,
  about: { readonly kind: PostKind; readonly questionId: string; readonly id: string },
  { action, back }: { readonly action: string; readonly back: string },
): Promise<Reply> {
  const post = await findDecidedPost(x.db, x.viewer, about)
  if (!post) return missing
  return page(
    <DecisionPage
      x={x}
      title={x.t(`questions.deletion.${about.kind}`)}
      lead={x.t('questions.deletion.lead')}
      action={action}
      back={back}
      words={{}}
      problems={{}}
      asksReason={false}
      isDanger
    >
      <AboutPost x={x} kind={about.kind} post={post} />
    </DecisionPage>,
  )
}
