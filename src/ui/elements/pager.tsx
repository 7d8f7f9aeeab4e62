import { useView } from '../view.ts'
import { LinkButton } from './link-button.tsx'

/** Lists are read by cursor: there is a previous and a next, no page numbers. */
export function Pager({ previous, next, label }: { previous?: string | null; next?: string | null; label?: string }) {
  const { t } = useView()
  if (!previous && !next) return null
  return (
    <nav class="pager" aria-label={label ?? t('ui.pager')}>
      {previous && (
        <LinkButton href={previous} rel="prev" look="secondary" icon="arrow-left">
          {t('ui.previous')}
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} rel="next" look="secondary" icon="arrow-right" class="button-icon-after">
          {t('ui.next')}
        </LinkButton>
      )}
    </nav>
  )
}
