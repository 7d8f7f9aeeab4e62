import type { Exchange } from '#community/exchange.ts'
import { rejectionPath } from '../duplicate-proposals/paths.ts'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { questionPath } from '../paths.ts'
import { AboutQuestion } from './about-post.tsx'
import { DecisionPage } from './decision-page.tsx'
import { ProposalLine } from './proposal-line.tsx'

interface RejectionPageProps {
  x: Exchange
  proposal: OpenProposal
  words: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
}

/** A moderator finds that the two are not the same: both are named, and whoever proposed it gets the reason. */
export function RejectionPage({ x, proposal, words, problems }: RejectionPageProps) {
  const { t } = x
  const { id, question } = proposal
  return (
    <DecisionPage
      x={x}
      title={t('questions.proposal.reject')}
      lead={t('questions.proposal.reject.lead')}
      action={rejectionPath(question.id, id)}
      back={questionPath(question)}
      words={words}
      problems={problems}
      asksReason
      reasonHint={t('questions.proposal.reject.hint')}
    >
      <AboutQuestion x={x} question={question} />
      <p class="proposal-about">
        <ProposalLine x={x} proposal={proposal} />
      </p>
    </DecisionPage>
  )
}
