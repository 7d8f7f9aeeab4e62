import type { ComponentChildren } from 'preact'
import { useView } from '../view.ts'
import { FieldContext, fieldId } from './field-context.ts'
import { Icon } from './icon.tsx'

interface FieldProps {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | null
  required?: boolean
  /** Says "optional" beside the label. */
  optional?: boolean
  hideLabel?: boolean
  id?: string
  children: ComponentChildren
}

/** A label, a hint and an error around one input, which takes its name and bindings from here. */
export function Field({ name, label, hint, error, required = false, optional, hideLabel, id, children }: FieldProps) {
  const { t } = useView()
  const own = id ?? fieldId(name)
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ')
  const binding = {
    id: own,
    name,
    required,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class={hideLabel ? 'visually-hidden' : 'field-label'} for={own}>
        {label}
        {optional && <span class="field-optional"> {t('ui.optional')}</span>}
      </label>
      {hint && (
        <p class="field-hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      <FieldContext.Provider value={binding}>{children}</FieldContext.Provider>
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <p class="field-error" id={id}>
      <Icon name="circle-alert" />
      <span>{children}</span>
    </p>
  )
}
