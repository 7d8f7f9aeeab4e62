import type { Exchange } from '#community/exchange.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Time } from '#ui/elements/time.tsx'
import { acceptancePath, rejectionPath } from '../duplicate-proposals/paths.ts'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { questionPath } from '../paths.ts'

/** For moderators: who says that this was asked before, and where; with what can be done about it. */
export function ProposalNotice({ x: { t }, proposal }: { x: Exchange; proposal: OpenProposal }) {
  const { id, question, original, proposedBy, reason, proposedAt } = proposal
  const words = {
    name: <a href={`/members/${proposedBy.handle}`}>{proposedBy.name}</a>,
    question: <a href={questionPath(original)}>{original.title}</a>,
    time: <Time at={proposedAt} />,
  }
  return (
    <Notice tone="info" title={t('questions.proposal.waiting')}>
      <p>{t.rich('questions.proposal.line', words)}</p>
      {reason && <blockquote class="proposal-reason">{reason}</blockquote>}
      <p class="form-actions">
        <LinkButton href={acceptancePath(question.id, original.id)} size="small" icon="git-merge">
          {t('questions.keeping.merge')}
        </LinkButton>
        <LinkButton href={rejectionPath(question.id, id)} size="small" look="secondary" icon="x">
          {t('questions.proposal.reject')}
        </LinkButton>
      </p>
    </Notice>
  )
}
