import type { ComponentChildren } from 'preact'
import { FieldError } from './field.tsx'
import { fieldId } from './field-context.ts'

export interface RadioChoice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
}

interface RadiosProps {
  name: string
  legend: ComponentChildren
  choices: readonly RadioChoice[]
  value?: string | null
  hint?: ComponentChildren
  error?: string | null
  required?: boolean
  /** Beside each other instead of below. */
  inline?: boolean
}

export function Radios({ name, legend, choices, value, hint, error, required, inline }: RadiosProps) {
  const id = fieldId(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      class={error ? 'field radios field-wrong' : 'field radios'}
      id={id}
      aria-describedby={described || undefined}
    >
      <legend class="field-label">{legend}</legend>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={inline ? 'radios-choices radios-inline' : 'radios-choices'}>
        {choices.map((choice) => (
          <div class="choice" key={choice.value}>
            <input
              type="radio"
              id={`${id}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              required={required}
              aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            />
            <label for={`${id}-${choice.value}`}>{choice.label}</label>
            {choice.hint && (
              <p class="field-hint" id={`${id}-${choice.value}-hint`}>
                {choice.hint}
              </p>
            )}
          </div>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
