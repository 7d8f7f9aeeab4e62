import type { ComponentChildren } from 'preact'
import { FieldError } from './field.tsx'
import { fieldId } from './field-context.ts'

interface CheckboxProps {
  name: string
  label: ComponentChildren
  value?: string
  checked?: boolean
  hint?: ComponentChildren
  error?: string | null
  required?: boolean
  disabled?: boolean
  id?: string
}

export function Checkbox({ name, label, value = 'true', hint, error, id = fieldId(name), ...rest }: CheckboxProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'choice field-wrong' : 'choice'}>
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
