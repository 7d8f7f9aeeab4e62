import type { Suggestion } from '#community/finding/find.ts'
import { QuestionStateMark } from '#community/states/question-state.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { useView } from '#ui/view.ts'
import { askPath, foundPath } from '../paths.ts'
import { MarkedWords } from './marked-words.tsx'

/** What the one box shows below itself; `data-said` is what is read out when it changed. */
export function SuggestionList({ hits, words, brand }: { hits: readonly Suggestion[]; words: string; brand: string }) {
  const { t, language } = useView()
  if (words.length < 2)
    return <div class="suggestions" tabIndex={-1} role="listbox" aria-label={t('search.suggestions')} />
  return (
    <div
      class="suggestions"
      tabIndex={-1}
      role="listbox"
      aria-label={t('search.suggestions')}
      data-said={t('search.suggestions.said', { count: hits.length })}
    >
      {hits.map((hit) => (
        <div
          tabIndex={-1}
          class="suggestion"
          role="option"
          aria-selected="false"
          data-href={foundPath(hit, 'suggestions')}
          key={hit.id}
        >
          <span class="suggestion-title" lang={hit.language === language ? undefined : hit.language}>
            <MarkedWords pieces={hit.markedTitle} />
          </span>
          <span class="suggestion-quiet">
            <QuestionStateMark state={hit.state} brand={brand} />
            {hit.product?.name}
          </span>
        </div>
      ))}
      <div
        tabIndex={-1}
        class="suggestion suggestion-ask"
        role="option"
        aria-selected="false"
        data-href={askPath(words)}
      >
        <Icon name="plus" />
        <span>{t('search.suggestions.ask')}</span>
      </div>
    </div>
  )
}
