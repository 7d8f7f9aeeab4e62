import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Field } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { TextArea } from '#ui/elements/text-area.tsx'
import { useView } from '#ui/view.ts'
import { ComposerParts } from './composer-parts.tsx'
import type { Detail } from './mask.ts'
import { PersonalDetails } from './personal-details.tsx'

export interface ComposerProps {
  x: Exchange
  name?: string
  label: ComponentChildren
  /** What stands there now, in Markdown. */
  value?: string
  /** What was just put at the end of it: a draft that comes back goes above that. */
  added?: string
  error?: string | null
  hint?: ComponentChildren
  /** Under which the draft is kept: `question`, `answer:12`. One place stands at most once on a page. */
  place: string
  rows?: number
  /** For a short remark: fewer lines, fewer buttons. */
  compact?: boolean
  hideLabel?: boolean
  required?: boolean
  /** Characters that fit. Nothing is cut off while typing; the server says when it is too much. */
  maxLength?: number
  /** Of the input; give it where a page has more composers, so that labels and errors find the right one. */
  id?: string
  /** Personal details found in what was sent: the author is asked before they are masked. */
  details?: readonly Detail[]
  /** Those of them that the author wants to keep. */
  keep?: readonly string[]
}

/**
 * Where members write. On the server a plain text field; with scripts it becomes a composer with toolbar, pictures,
 * mentions and a draft that is saved. Stands inside a form.
 */
export function Composer(props: ComposerProps) {
  const { x, name = 'body', label, value = '', error, hint, place, compact = false, maxLength = 30_000 } = props
  const id = props.id ?? fieldId(name)
  const own = `composer-${place.replaceAll(':', '-')}`
  return (
    <div class={compact ? 'composer-field composer-compact' : 'composer-field'}>
      <Field
        name={name}
        id={id}
        label={label}
        hint={hint}
        error={error}
        hideLabel={props.hideLabel}
        required={props.required}
      >
        <text-composer
          id={own}
          data-turbo-permanent
          data-place={place}
          data-length={maxLength}
          data-added={props.added}
          data-member={x.viewer ? '' : undefined}
        >
          <TextArea rows={props.rows ?? (compact ? 3 : 8)} value={value} class="composer-text" autocomplete="off" />
          <PlainButtons name={name} />
          <ComposerParts id={own} compact={compact} isMember={x.viewer !== null} />
        </text-composer>
      </Field>
      {props.details && <PersonalDetails id={`${own}-details`} details={props.details} keep={props.keep} />}
    </div>
  )
}

/** For who has no scripts. The first one is what Enter in another field of the form presses. */
function PlainButtons({ name }: { name: string }) {
  const { t } = useView()
  const preview = { formaction: '/text/preview', formtarget: '_blank', formnovalidate: true }
  return (
    <div class="composer-plain">
      <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <button type="submit" class="button button-quiet button-small" name="of" value={name} {...preview}>
        {t('writing.preview')}
      </button>
    </div>
  )
}
