import type { VNode } from 'preact'
import { z } from 'zod'
import type { Exchange } from '#community/exchange.ts'
import { choice, readQuery } from '#platform/http/forms.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { Live } from '#ui/elements/live.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Section } from '#ui/layout/section.tsx'
import { listPath } from '../list/paths.ts'
import type { ListView } from '../list/queries.ts'
import { questionsFor } from '../list/readings.ts'
import { QuestionEntries } from '../pages/question-entries.tsx'

const SHOWN = 12
const views = ['all', 'unanswered', 'solved'] as const satisfies readonly ListView[]
const viewForm = z.object({ show: choice(views).default('all') })

/** What is going on right now. */
export async function Alive(x: Exchange): Promise<VNode | null> {
  x.dependsOn('questions')
  const { show } = readQuery(viewForm, x.query)
  const questions = await questionsFor(x, { view: show, sort: 'active' }, { limit: SHOWN })
  const tabs = views.map((view) => ({
    href: view === 'all' ? '/' : `/?show=${view}`,
    label: x.t(`questions.home.${view}`),
    current: view === show,
  }))
  return (
    <Live id="alive" on="questions">
      <Section title={x.t('questions.home.title')} beside={<Tabs tabs={tabs} label={x.t('questions.list.views')} />}>
        {questions.length === 0 ? (
          <EmptyState title={x.t('questions.list.empty')} />
        ) : (
          <QuestionEntries x={x} questions={questions} shown={SHOWN} />
        )}
        <p class="to-all">
          <a href={listPath({ view: show })}>
            {x.t('questions.home.all.link')} <Icon name="arrow-right" />
          </a>
        </p>
      </Section>
    </Live>
  )
}
