import type { PartialInputHTMLAttributes } from 'preact'
import { useFieldBinding } from './field-context.ts'

type TextType = 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local'

type InputAttributes = Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'type' | 'role' | 'list'> & {
  id?: string
  name?: string
  type?: TextType
  [data: `data-${string}`]: string | boolean | undefined
}

export function TextInput({ id, name, type = 'text', class: extra, ...rest }: InputAttributes) {
  const binding = useFieldBinding({ id, name })
  // Preact's types allow each role with its own type only; here there are no roles.
  const native = { type: type as 'text', ...binding, ...rest }
  return <input class={extra ? `input ${extra}` : 'input'} {...native} />
}
