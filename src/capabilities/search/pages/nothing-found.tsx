import type { Exchange } from '#community/exchange.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { askPath, type SearchFilter, searchPath } from '../paths.ts'

/** Nothing at all: what can still be tried, and the way to asking. */
export function NothingFound({ x, filter }: { x: Exchange; filter: SearchFilter }) {
  const { t } = x
  const isFiltered = Boolean(filter.board || filter.product || filter.state || filter.age)
  return (
    <EmptyState
      icon="search"
      title={t('search.nothing', { words: filter.q })}
      action={<LinkButton href={askPath(filter.q)}>{t('search.noneFits.button')}</LinkButton>}
    >
      <p>{t('search.nothing.lead')}</p>
      <ul class="search-tips">
        <li>{t('search.nothing.fewer')}</li>
        <li>{t('search.nothing.other')}</li>
        {isFiltered && (
          <li>
            <a href={searchPath({ q: filter.q })}>{t('search.nothing.unfiltered')}</a>
          </li>
        )}
      </ul>
    </EmptyState>
  )
}
