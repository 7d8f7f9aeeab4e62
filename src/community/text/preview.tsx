import { useView } from '#ui/view.ts'
import type { ComposedText } from './compose.ts'

/** A text as others will read it, and how much of it was made unreadable for safety. */
export function TextPreview({ composed }: { composed: ComposedText }) {
  const { t } = useView()
  const masked = composed.masked.reduce((sum, { count }) => sum + count, 0)
  if (composed.html === '') return <p class="quiet">{t('writing.preview.empty')}</p>
  return (
    <>
      <div class="prose" dangerouslySetInnerHTML={{ __html: composed.html }} />
      {masked > 0 && <p class="composer-masked">{t('writing.preview.masked', { count: masked })}</p>}
    </>
  )
}
