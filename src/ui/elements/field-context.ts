import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What an input inherits from the Field around it. */
export interface FieldBinding {
  id: string
  name: string
  required: boolean
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

export const FieldContext = createContext<FieldBinding | null>(null)

/** The attributes that bind an input to its label, hint and error. */
export function useFieldBinding(own: { id?: string; name?: string }): Partial<FieldBinding> {
  const field = useContext(FieldContext)
  const binding: Partial<FieldBinding> = field ? { ...field } : {}
  if (own.id) binding.id = own.id
  if (own.name) binding.name = own.name
  if (!binding.required) delete binding.required
  return binding
}

export function fieldId(name: string): string {
  return `field-${name}`
}
