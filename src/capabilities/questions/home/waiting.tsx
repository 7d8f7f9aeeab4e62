import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Entries } from '#ui/elements/entry.tsx'
import { Live } from '#ui/elements/live.tsx'
import { Section } from '#ui/layout/section.tsx'
import { listOpenProposals } from '../duplicate-proposals/queries.ts'
import { listQuestions } from '../list/queries.ts'
import { QuestionEntry } from '../pages/question-entry.tsx'
import { mayKeepAny } from '../rules.ts'
import { PROPOSALS_READ, Proposed } from './proposed.tsx'

const SHOWN = 3

/** What waits for the member who looks: own questions with an answer but no outcome yet. */
export async function Waiting(x: Exchange): Promise<VNode | null> {
  const { viewer } = x
  if (!viewer) return null
  const filter = { view: 'mine', sort: 'active', state: 'answered' } as const
  const [questions, proposals] = await Promise.all([
    listQuestions(x.db, viewer, filter, { limit: SHOWN, language: x.language }),
    mayKeepAny(viewer) ? listOpenProposals(x.db, viewer, { limit: PROPOSALS_READ }) : [],
  ])
  return (
    <Live id="waiting" on="questions">
      {questions.length > 0 && (
        <Section title={x.t('questions.home.waiting')}>
          <Entries>
            {questions.slice(0, SHOWN).map((question) => (
              <QuestionEntry question={question} brand={x.brand.name} key={question.id} />
            ))}
          </Entries>
        </Section>
      )}
      <Proposed x={x} proposals={proposals} />
    </Live>
  )
}
