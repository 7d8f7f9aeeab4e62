import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { nameOf } from '#community/read-once.ts'
import { stateWords } from '#community/states/question-state.tsx'
import { questionStates } from '#community/states/states.ts'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import { Button } from '#ui/elements/button.tsx'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Live } from '#ui/elements/live.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { Select } from '#ui/elements/select.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Section } from '#ui/layout/section.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import { listPath } from '../list/paths.ts'
import type { BoardCount, ListedQuestion, ListFilter, ListView } from '../list/queries.ts'
import { askInPath, askPath, questionFeedPath } from '../paths.ts'
import { BoardList } from './board-list.tsx'
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
}

/** The list of questions; its address holds the filter. */
export function ListPage(props: ListPageProps) {
  const { x, filter, questions, shown, next, boards } = props
  const { t } = x
  const board = boards.find((one) => one.slug === filter.board)
  return (
    <Page
      x={x}
      title={board?.name ?? t('questions.title')}
      description={board?.description ?? t('questions.list.description', { brand: x.brand.name })}
      canonical={listPath(filter)}
      robots={isOwn(filter.view) ? 'noindex' : undefined}
      feeds={feedsOf(x, board)}
    >
      <Title lead={board?.description} aside={<AskButton x={x} board={board} />}>
        {board?.name ?? t('questions.title')}
      </Title>
      <Tabs label={t('questions.list.views')} tabs={viewsFor(x, filter).map((view) => tab(x, filter, view))} />
      <Columns aside={<Boards {...props} />} label={t('questions.list.boards')}>
        <Filters {...props} />
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

function Filters(props: ListPageProps) {
  const { x, filter, boards, products } = props
  const of = `filters ${JSON.stringify(filter)} ${nameOf(boards)} ${nameOf(products)} ${x.brand.revision}`
  return <Shared of={of} part={() => <FilterForm {...props} />} />
}

function FilterForm({ x, filter, boards, products }: ListPageProps) {
  const { t } = x
  return (
    <details class="filters" open={Boolean(filter.product || filter.state || filter.tag)}>
      <summary>{t('questions.list.filter')}</summary>
      <Form action="/questions" method="get" class="filter-form" data-auto-submit>
        <input type="hidden" name="view" value={filter.view} />
        {filter.tag && <input type="hidden" name="tag" value={filter.tag} />}
        <Field name="board" label={t('questions.ask.board')}>
          <Select
            value={filter.board}
            empty={t('questions.list.anyBoard')}
            choices={boards.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Field>
        <Field name="product" label={t('questions.ask.product')}>
          <Select
            value={filter.product}
            empty={t('questions.list.anyProduct')}
            choices={products.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Field>
        <Field name="state" label={t('questions.list.state')}>
          <Select
            value={filter.state}
            empty={t('questions.list.anyState')}
            choices={questionStates.map((state) => ({ value: state, label: stateWords(t, state, x.brand.name) }))}
          />
        </Field>
        <Field name="sort" label={t('questions.list.sort')}>
          <Select
            value={filter.sort}
            choices={(['active', 'new'] as const).map((sort) => ({ value: sort, label: t(`questions.sort.${sort}`) }))}
          />
        </Field>
        <Button size="small" look="secondary">
          {t('questions.list.show')}
        </Button>
      </Form>
    </details>
  )
}

function Nothing({ x, filter }: { x: Exchange; filter: ListFilter }) {
  return (
    <EmptyState
      title={x.t('questions.list.empty')}
      icon="message-circle"
      action={<LinkButton href={askPath()}>{x.t('questions.ask.button')}</LinkButton>}
    >
      {filter.view !== 'all' && <a href={listPath({ ...filter, view: 'all' })}>{x.t('questions.list.showAll')}</a>}
    </EmptyState>
  )
}
