import type { PartialAnchorHTMLAttributes } from 'preact'
import { type ButtonLooks, buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

type Native = Omit<PartialAnchorHTMLAttributes<HTMLAnchorElement>, 'size' | 'icon' | 'children' | 'href' | 'role'> & {
  href: string
  [data: `data-${string}`]: string | boolean | undefined
}

/** Looks like a button and goes somewhere; what changes something is a form with a Button. */
export function LinkButton({ look, size, icon, wide, children, class: extra, ...rest }: Native & ButtonLooks) {
  return (
    <a class={buttonClass({ look, size, wide }, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </a>
  )
}
