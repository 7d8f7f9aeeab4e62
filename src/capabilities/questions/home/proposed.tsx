import type { Exchange } from '#community/exchange.ts'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { OpenProposal } from '../duplicate-proposals/queries.ts'
import { listPath } from '../list/paths.ts'
import { questionPath } from '../paths.ts'

const SHOWN = 3
/** One more tells that there are others. */
export const PROPOSALS_READ = SHOWN + 1

/** What waits for a moderator: questions of which a member says that they were asked before. */
export function Proposed({ x: { t }, proposals }: { x: Exchange; proposals: readonly OpenProposal[] }) {
  if (proposals.length === 0) return null
  return (
    <Section title={t('questions.home.proposed')}>
      <Entries>
        {proposals.slice(0, SHOWN).map(({ id, question, original, proposedBy, proposedAt }) => (
          <Entry href={questionPath(question)} title={question.title} key={id}>
            <QuietLine>
              <span>
                {t.rich('questions.proposal.line', {
                  name: proposedBy.name,
                  question: <a href={questionPath(original)}>{original.title}</a>,
                  time: <Time at={proposedAt} />,
                })}
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
