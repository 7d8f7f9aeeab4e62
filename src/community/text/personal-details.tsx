import { Checkbox } from '#ui/elements/checkbox.tsx'
import { useView } from '#ui/view.ts'
import type { Detail } from './mask.ts'

interface PersonalDetailsProps {
  /** Tells the checkboxes of one text from those of another. */
  id: string
  details: readonly Detail[]
  keep?: readonly string[]
}

/**
 * Says, before anything is stored, what will be made unreadable and why, and lets the author keep what is their own.
 * `checked` tells the server that the question was put.
 */
export function PersonalDetails({ id, details, keep = [] }: PersonalDetailsProps) {
  const { t } = useView()
  const found = distinctDetails(details)
  if (found.length === 0) return null
  return (
    <fieldset class="composer-details" aria-labelledby={`${id}-title`} tabIndex={-1} data-focus data-details>
      <p class="composer-details-title" id={`${id}-title`}>
        {t('writing.details.title', { count: found.length })}
      </p>
      <p class="composer-details-why">{t('writing.details.why')}</p>
      {found.map(({ kind, text }, at) => (
        <Checkbox
          key={text}
          id={`${id}-${at}`}
          name="keep"
          value={text}
          checked={keep.includes(text)}
          label={<DetailLabel kind={kind} text={text} />}
        />
      ))}
      <input type="hidden" name="checked" value="true" />
    </fieldset>
  )
}

function DetailLabel({ kind, text }: Pick<Detail, 'kind' | 'text'>) {
  const { t } = useView()
  return (
    <>
      <strong>{text}</strong> <span class="composer-detail-kind">{t(`writing.detail.${kind}`)}</span>
      <span class="composer-detail-keep">{t('writing.details.keep')}</span>
    </>
  )
}

/** The same detail twice is asked about once. */
export function distinctDetails(details: readonly Detail[]): Detail[] {
  return [...new Map(details.map((detail) => [detail.text, detail])).values()]
}
