import type { PartialSelectHTMLAttributes } from 'preact'
import { useFieldBinding } from './field-context.ts'
import { Icon } from './icon.tsx'

export interface Choice {
  value: string
  label: string
  disabled?: boolean
}

export interface ChoiceGroup {
  label: string
  choices: readonly Choice[]
}

interface SelectProps
  extends Omit<PartialSelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'value' | 'role' | 'multiple' | 'size'> {
  id?: string
  name?: string
  value?: string | null
  choices: readonly (Choice | ChoiceGroup)[]
  /** Words for "nothing chosen", with the empty value. */
  empty?: string
}

export function Select({ id, name, value, choices, empty, ...rest }: SelectProps) {
  const binding = useFieldBinding({ id, name })
  return (
    <span class="select">
      <select class="input" {...binding} {...rest}>
        {empty !== undefined && (
          <option value="" selected={!value}>
            {empty}
          </option>
        )}
        {choices.map((choice) => ('choices' in choice ? group(choice, value) : option(choice, value)))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}

function group({ label, choices }: ChoiceGroup, value?: string | null) {
  return <optgroup label={label}>{choices.map((choice) => option(choice, value))}</optgroup>
}

function option(choice: Choice, value?: string | null) {
  return (
    <option value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
      {choice.label}
    </option>
  )
}
