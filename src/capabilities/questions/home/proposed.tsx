import type { Exchange } from '#community/exchange.ts'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { listPath } from '../list/paths.ts'
import { ProposalLine } from '../pages/proposal-line.tsx'
import { questionPath } from '../paths.ts'

const SHOWN = 3
/** One more tells that there are others. */
export const PROPOSALS_READ = SHOWN + 1

/** What waits for a moderator: questions of which a member says that they were asked before. */
export function Proposed({ x, proposals }: { x: Exchange; proposals: readonly OpenProposal[] }) {
  const { t } = x
  if (proposals.length === 0) return null
  return (
    <Section title={t('questions.home.proposed')}>
      <Entries>
        {proposals.slice(0, SHOWN).map((proposal) => (
          <Entry href={questionPath(proposal.question)} title={proposal.question.title} key={proposal.id}>
            <QuietLine class="proposal-about">
              <span>
                <ProposalLine x={x} proposal={proposal} />
              </span>
            </QuietLine>
          </Entry>
        ))}
      </Entries>
      {proposals.length > SHOWN && (
        <p class="to-all">
          <a href={listPath({ view: 'proposed' })}>
            {t('questions.home.proposed.link')} <Icon name="arrow-right" />
          </a>
        </p>
      )}
    </Section>
  )
}
