import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Entries } from '#ui/elements/entry.tsx'
import { Live } from '#ui/elements/live.tsx'
import { Section } from '#ui/layout/section.tsx'
import { listQuestions } from '../list/queries.ts'
import { QuestionEntry } from '../pages/question-entry.tsx'

const SHOWN = 3

/** What waits for the member who looks: own questions with an answer but no outcome yet. */
export async function Waiting(x: Exchange): Promise<VNode | null> {
  const { viewer } = x
  if (!viewer) return null
  const filter = { view: 'mine', sort: 'active', state: 'answered' } as const
  const questions = await listQuestions(x.db, viewer, filter, { limit: SHOWN, language: x.language })
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
    </Live>
  )
}
