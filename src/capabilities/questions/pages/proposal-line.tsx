import type { Exchange } from '#community/exchange.ts'
import { Time } from '#ui/elements/time.tsx'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { questionPath } from '../paths.ts'

/** Who proposed it, as a duplicate of what, and when. */
export function ProposalLine({ x: { t }, proposal }: { x: Exchange; proposal: OpenProposal }) {
  const { original, proposedBy, proposedAt } = proposal
  return (
    <>
      {t.rich('questions.proposal.line', {
        name: <a href={`/members/${proposedBy.handle}`}>{proposedBy.name}</a>,
        question: <a href={questionPath(original)}>{original.title}</a>,
        time: <Time at={proposedAt} />,
      })}
    </>
  )
}
