import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonLooks {
  look?: ButtonLook
  size?: 'small' | 'middle' | 'large'
  icon?: IconName
  wide?: boolean
  children?: ComponentChildren
}

type Native = Omit<ButtonHTMLAttributes, 'size' | 'icon' | 'children' | 'type'> & {
  type?: 'submit' | 'button' | 'reset'
  [data: `data-${string}`]: string | boolean | undefined
}

export function Button({
  look,
  size,
  icon,
  wide,
  children,
  class: extra,
  type = 'submit',
  ...rest
}: Native & ButtonLooks) {
  return (
    <button type={type} class={buttonClass({ look, size, wide }, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  )
}

export function buttonClass({ look = 'primary', size = 'middle', wide }: ButtonLooks, extra?: unknown): string {
  const classes = ['button', `button-${look}`, size !== 'middle' && `button-${size}`, wide && 'button-wide', extra]
  return classes.filter(Boolean).join(' ')
}
