import type { Exchange } from '#community/exchange.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { acceptancePath, rejectionPath } from '../duplicate-proposals/paths.ts'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { ProposalLine } from './proposal-line.tsx'

/** For moderators: who says that this was asked before, and where; with what can be done about it. */
export function ProposalNotice({ x, proposal }: { x: Exchange; proposal: OpenProposal }) {
  const { t } = x
  const { id, question, original, reason } = proposal
  return (
    <Notice tone="info" title={t('questions.proposal.waiting')}>
      <p>
        <ProposalLine x={x} proposal={proposal} />
      </p>
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
