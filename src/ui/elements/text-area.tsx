import type { TextareaHTMLAttributes } from 'preact'
import { useFieldBinding } from './field-context.ts'

type AreaAttributes = Omit<TextareaHTMLAttributes, 'id' | 'name' | 'value'> & {
  id?: string
  name?: string
  value?: string
  [data: `data-${string}`]: string | boolean | undefined
}

/** Grows with its text where the browser can. */
export function TextArea({ id, name, value = '', rows = 5, class: extra, ...rest }: AreaAttributes) {
  const binding = useFieldBinding({ id, name })
  return <textarea class={extra ? `input ${extra}` : 'input'} rows={rows} {...binding} {...rest} value={value} />
}
