import type { PartialInputHTMLAttributes } from 'preact'
import { useFieldBinding } from './field-context.ts'

interface FileInputProps extends Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'type' | 'role'> {
  id?: string
  name?: string
}

/** Needs a Form with `multipart`. */
export function FileInput({ id, name, ...rest }: FileInputProps) {
  const binding = useFieldBinding({ id, name })
  return <input class="file-input" type="file" {...binding} {...rest} />
}
