import type { Exchange } from '#community/exchange.ts'
import type { Found } from '#community/finding/find.ts'
import { Page } from '#community/page.tsx'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import { BigAsk } from '#ui/elements/big-ask.tsx'
import { Entries } from '#ui/elements/entry.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { Pager } from '#ui/elements/pager.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Section } from '#ui/layout/section.tsx'
import { boardPath, type SearchFilter, searchPath } from '../paths.ts'
import { AskInstead } from './ask-instead.tsx'
import { FoundQuestion } from './found-question.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchFilters } from './search-filters.tsx'

export interface SearchPageProps {
  x: Exchange
  filter: SearchFilter
  found: Found
  boards: readonly Board[]
  products: readonly Product[]
  isFirst: boolean
  /** What somebody might type, as long as nothing is typed. */
  example: string | null
}

/** One box, what was found with it, and the way on when nothing fits. */
export function SearchPage(props: SearchPageProps) {
  const { x, filter, example } = props
  const { t } = x
  const title = filter.q === '' ? t('search.title') : t('search.titleFor', { words: filter.q })
  return (
    <Page x={x} title={title} robots="noindex" hideBox>
      <Title lead={filter.q === '' ? t('search.lead', { brand: x.brand.name }) : undefined}>{title}</Title>
      <BigAsk
        action="/search"
        label={t('search.label')}
        placeholder={example ?? t('search.placeholder')}
        button={t('search.button')}
        value={filter.q}
        autofocus={filter.q === ''}
      />
      {filter.q === '' ? <BoardsToBrowse {...props} /> : <Results {...props} />}
    </Page>
  )
}

/** Before anything is typed: the topics, for whoever would rather look around. */
function BoardsToBrowse({ x, boards }: SearchPageProps) {
  if (boards.length === 0) return null
  return (
    <div class="search-results">
      <Section title={x.t('search.browse')}>
        <ul class="search-boards">
          {boards.map(({ slug, name, description }) => (
            <li key={slug}>
              <a href={boardPath(slug)}>{name}</a>
              {description && <p>{description}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Results(props: SearchPageProps) {
  const { x, filter, found, isFirst } = props
  const { t } = x
  return (
    <div class="search-results">
      <Columns aside={<SearchFilters {...props} />} label={t('search.filters')}>
        {found.meant && <Meant filter={filter} meant={found.meant} x={x} />}
        {found.hits.length === 0 ? <NothingFound x={x} filter={filter} /> : <Hits {...props} />}
        <Pager next={found.nextCursor && searchPath(filter, found.nextCursor)} />
        {(isFirst || !found.nextCursor) && found.hits.length > 0 && <AskInstead words={filter.q} t={t} />}
      </Columns>
    </div>
  )
}

function Hits({ x, found, isFirst }: SearchPageProps) {
  const fitting = found.hits.filter((hit) => hit.hasAllWords).length
  return (
    <>
      {/* On a phone the filters come after everything that was found. */}
      <p class="search-refine">
        <a href="#search-filters">
          <Icon name="sliders-horizontal" /> {x.t('search.filters')}
        </a>
      </p>
      {isFirst && fitting === 0 && <p class="search-nearest">{x.t('search.nearest')}</p>}
      <Entries id="hits">
        {found.hits.map((hit) => (
          <FoundQuestion hit={hit} brand={x.brand.name} key={hit.id} />
        ))}
      </Entries>
    </>
  )
}

function Meant({ x, filter, meant }: { x: Exchange; filter: SearchFilter; meant: string }) {
  const words = <a href={searchPath({ ...filter, q: meant })}>{meant}</a>
  return <p class="search-meant">{x.t.rich('search.meant', { words })}</p>
}
