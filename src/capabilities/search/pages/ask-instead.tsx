import type { Translate } from '#platform/i18n/translate.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { askPath } from '../paths.ts'

/** None fits: on to asking, with the words kept. */
export function AskInstead({ words, t }: { words: string; t: Translate }) {
  return (
    <section class="ask-instead" aria-labelledby="ask-instead">
      <h2 id="ask-instead">{t('search.noneFits')}</h2>
      <p>{t('search.noneFits.lead')}</p>
      <LinkButton href={askPath(words)}>{t('search.noneFits.button')}</LinkButton>
    </section>
  )
}
