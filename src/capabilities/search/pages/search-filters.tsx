import type { Exchange } from '#community/exchange.ts'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Select } from '#ui/elements/select.tsx'
import { type SearchFilter, searchPath } from '../paths.ts'

interface SearchFiltersProps {
  x: Exchange
  filter: SearchFilter
  boards: readonly Board[]
  products: readonly Product[]
}

/** The address holds the filter; without scripts the button sends it. */
export function SearchFilters({ x, filter, boards, products }: SearchFiltersProps) {
  const { t } = x
  const isFiltered = Boolean(filter.board || filter.product || filter.state || filter.age)
  return (
    <Form action="/search" method="get" class="search-filters stack" data-auto-submit>
      <h2 id="search-filters">{t('search.filters')}</h2>
      <input type="hidden" name="q" value={filter.q} />
      <Field name="state" label={t('search.filter.state')}>
        <Select value={filter.state} empty={t('search.filter.any')} choices={statesOf(x)} />
      </Field>
      <Field name="board" label={t('search.filter.board')}>
        <Select value={filter.board} empty={t('search.filter.any')} choices={boards.map(choiceOf)} />
      </Field>
      {products.length > 0 && (
        <Field name="product" label={t('search.filter.product')}>
          <Select value={filter.product} empty={t('search.filter.any')} choices={products.map(choiceOf)} />
        </Field>
      )}
      <Field name="age" label={t('search.filter.age')}>
        <Select value={filter.age ? String(filter.age) : null} empty={t('search.filter.anyAge')} choices={agesOf(x)} />
      </Field>
      <Button look="secondary" size="small">
        {t('search.filter.button')}
      </Button>
      {isFiltered && <a href={searchPath({ q: filter.q })}>{t('search.filter.clear')}</a>}
    </Form>
  )
}

const choiceOf = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })

const statesOf = ({ t }: Exchange) => [
  { value: 'solved', label: t('search.filter.solved') },
  { value: 'open', label: t('search.filter.open') },
  { value: 'unanswered', label: t('search.filter.unanswered') },
]

const agesOf = ({ t }: Exchange) => [
  { value: '30', label: t('search.filter.month') },
  { value: '365', label: t('search.filter.year') },
]
