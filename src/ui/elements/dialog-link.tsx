import type { ComponentChildren } from 'preact'
import { type ButtonLooks, buttonClass } from './button.tsx'

interface DialogLinkProps extends ButtonLooks {
  /** The dialog on this page. */
  opens: string
  /** A page with the same form, for who has no scripts. */
  href: string
  plain?: boolean
  children: ComponentChildren
}

export function DialogLink({ opens, href, plain, children, ...looks }: DialogLinkProps) {
  return (
    <a href={href} data-opens={opens} class={plain ? 'action' : buttonClass({ look: 'secondary', ...looks })}>
      {children}
    </a>
  )
}
