import type { ComponentChildren, FormHTMLAttributes } from 'preact'
import { useView } from '../view.ts'

interface FormProps extends Omit<FormHTMLAttributes, 'action' | 'method' | 'children'> {
  action: string
  method?: 'post' | 'get'
  /** One-time key of a form that makes something: sent twice, it makes one. */
  once?: string
  multipart?: boolean
  children: ComponentChildren
  [data: `data-${string}`]: string | boolean | undefined
}

/** A plain form; of a member it carries the token that shows it came from our own page. */
export function Form({ action, method = 'post', once, multipart, children, ...rest }: FormProps) {
  const { formToken } = useView()
  const token = method === 'post' && formToken
  return (
    <form action={action} method={method} enctype={multipart ? 'multipart/form-data' : undefined} {...rest}>
      {token && <input type="hidden" name="_token" value={token} />}
      {once && <input type="hidden" name="_once" value={once} />}
      {children}
    </form>
  )
}
