import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Live } from '#ui/elements/live.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Section } from '#ui/layout/section.tsx'
import { listPath } from '../list/paths.ts'
import type { BoardCount, ListedQuestion, ListFilter, ListView } from '../list/queries.ts'
import { askInPath, askPath, questionFeedPath } from '../paths.ts'
import { BoardList } from './board-list.tsx'
import { isNarrowed, ListFilters } from './list-filters.tsx'
import { QuestionEntries } from './question-entries.tsx'

export interface ListPageProps {
  x: Exchange
  filter: ListFilter
  /** As they were read: what does not fit on the page tells that there is a next one. */
  questions: readonly ListedQuestion[]
  shown: number
  next: string | null
  boards: readonly Board[]
  counts: Readonly<Record<string, BoardCount>>
  products: readonly Product[]
  /** What the chosen tag is called; null when none of these questions has it. */
  tag: string | null
}

/** The list of questions; its address holds the filter. */
export function ListPage(props: ListPageProps) {
  const { x, filter, questions, shown, next, boards } = props
  const { t } = x
  const board = boards.find((one) => one.slug === filter.board)
  const title = titleOf(props, board)
  return (
    <Page
      x={x}
      title={title}
      description={board?.description ?? t('questions.list.description', { brand: x.brand.name })}
      canonical={listPath(filter)}
      robots={isOwn(filter.view) ? 'noindex' : undefined}
      feeds={feedsOf(x, board)}
    >
      <Title lead={board?.description} aside={<AskButton x={x} board={board} />}>
        {title}
      </Title>
      <Tabs label={t('questions.list.views')} tabs={viewsFor(x, filter).map((view) => tab(x, filter, view))} />
      <Columns aside={<Boards {...props} />} label={t('questions.list.boards')}>
        <ListFilters {...props} />
        <Live id="questions" on="questions">
          {questions.length === 0 ? (
            <Nothing x={x} filter={filter} />
          ) : (
            <QuestionEntries x={x} questions={questions} shown={shown} level={2} />
          )}
          <Pager next={next && listPath(filter, next)} />
        </Live>
      </Columns>
    </Page>
  )
}

/** What all of these questions have in common. */
function titleOf({ x: { t }, filter, products, tag }: ListPageProps, board: Board | undefined): string {
  if (board) return board.name
  const subject = tag ?? products.find(({ slug }) => slug === filter.product)?.name
  return subject ? t('questions.list.about', { subject }) : t('questions.title')
}

const AskButton = ({ x, board }: { x: Exchange; board: Board | undefined }) => (
  <LinkButton href={board ? askInPath(board.slug) : askPath()}>{x.t('questions.ask.button')}</LinkButton>
)

/** Feeds hold what every visitor may see, so only boards for everyone have one. */
function feedsOf({ t, brand }: Exchange, board: Board | undefined) {
  const all = { href: questionFeedPath(), title: t('feeds.questions', { brand: brand.name }) }
  if (board?.access !== 'everyone') return [all]
  const own = { href: questionFeedPath(board.slug), title: t('feeds.board', { brand: brand.name, board: board.name }) }
  return [own, all]
}

/** What only somebody who is signed in can ask for. */
const isOwn = (view: ListView): boolean => view === 'mine' || view === 'followed' || view === 'proposed'

/** What waits for moderators is no tab of every day: they come to it from the home page, while there is something. */
function viewsFor(x: Exchange, filter: ListFilter): ListView[] {
  const views: ListView[] = ['all', 'unanswered', 'unsolved', 'solved']
  if (x.viewer) views.push('mine', 'followed')
  return filter.view === 'proposed' ? [...views, 'proposed'] : views
}

const tab = (x: Exchange, filter: ListFilter, view: ListView) => ({
  href: listPath({ ...filter, view, state: undefined }),
  label: x.t(`questions.view.${view}`),
  current: filter.view === view,
})

function Boards({ x, filter, boards, counts }: ListPageProps) {
  return (
    <Section title={x.t('questions.list.boards')}>
      <BoardList x={x} boards={boards} counts={counts} current={filter.board} />
    </Section>
  )
}

function Nothing({ x: { t }, filter }: { x: Exchange; filter: ListFilter }) {
  const { view, board, sort } = filter
  return (
    <EmptyState
      title={t(isNarrowed(filter) ? 'questions.list.noneFits' : 'questions.list.empty')}
      icon="message-circle"
      action={<LinkButton href={askPath()}>{t('questions.ask.button')}</LinkButton>}
    >
      {isNarrowed(filter) ? (
        <a href={listPath({ view, board, sort })}>{t('questions.list.clear')}</a>
      ) : (
        (view !== 'all' || board) && <a href={listPath({})}>{t('questions.list.showAll')}</a>
      )}
    </EmptyState>
  )
}
