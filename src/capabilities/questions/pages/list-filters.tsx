import type { Exchange } from '#community/exchange.ts'
import { nameOf } from '#community/read-once.ts'
import { stateWords } from '#community/states/question-state.tsx'
import { questionStates } from '#community/states/states.ts'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Select } from '#ui/elements/select.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import { listPath } from '../list/paths.ts'
import type { ListFilter } from '../list/queries.ts'

interface ListFiltersProps {
  x: Exchange
  filter: ListFilter
  boards: readonly Board[]
  products: readonly Product[]
}

/** Whether something was chosen besides the tab and the board, which say themselves what they hold. */
export const isNarrowed = ({ product, state, tag, age }: ListFilter): boolean => Boolean(product || state || tag || age)

/** Chooses which questions are listed; without scripts the button sends it. */
export function ListFilters(props: ListFiltersProps) {
  const { x, filter, boards, products } = props
  const of = `filters ${JSON.stringify(filter)} ${nameOf(boards)} ${nameOf(products)} ${x.brand.revision}`
  return <Shared of={of} part={() => <FilterForm {...props} />} />
}

function FilterForm({ x, filter, boards, products }: ListFiltersProps) {
  const { t } = x
  const { view, board, sort } = filter
  return (
    <details class="filters" open={isNarrowed(filter)}>
      <summary>{t('questions.list.filter')}</summary>
      <Form action="/questions" method="get" class="filter-form" data-auto-submit>
        {view !== 'all' && <input type="hidden" name="view" value={view} />}
        {filter.tag && <input type="hidden" name="tag" value={filter.tag} />}
        <Field name="board" label={t('questions.ask.board')}>
          <Select value={board} empty={t('questions.list.anyBoard')} choices={boards.map(choiceOf)} />
        </Field>
        <Field name="product" label={t('questions.ask.product')}>
          <Select value={filter.product} empty={t('questions.list.anyProduct')} choices={products.map(choiceOf)} />
        </Field>
        <Field name="state" label={t('questions.list.state')}>
          <Select value={filter.state} empty={t('questions.list.anyState')} choices={statesOf(x)} />
        </Field>
        <Field name="age" label={t('questions.list.age')}>
          <Select value={filter.age?.toString()} empty={t('questions.list.anyAge')} choices={agesOf(x)} />
        </Field>
        <Field name="sort" label={t('questions.list.sort')}>
          <Select
            value={sort === 'active' ? '' : sort}
            empty={t('questions.sort.active')}
            choices={[{ value: 'new', label: t('questions.sort.new') }]}
          />
        </Field>
        <Button size="small" look="secondary">
          {t('questions.list.show')}
        </Button>
        {isNarrowed(filter) && <a href={listPath({ view, board, sort })}>{t('questions.list.clear')}</a>}
      </Form>
    </details>
  )
}

const choiceOf = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })

const statesOf = ({ t, brand }: Exchange) =>
  questionStates.map((state) => ({ value: state, label: stateWords(t, state, brand.name) }))

const agesOf = ({ t }: Exchange) => [
  { value: '30', label: t('questions.list.month') },
  { value: '365', label: t('questions.list.year') },
]
