import type { ComponentChildren } from 'preact'
import { Form } from './form.tsx'
import { Icon, type IconName } from './icon.tsx'

interface ItemProps {
  icon?: IconName
  children: ComponentChildren
}

interface MenuLinkProps extends ItemProps {
  href: string
  current?: boolean
  danger?: boolean
}

export function MenuLink({ href, current, danger, icon, children }: MenuLinkProps) {
  return (
    <a
      class={danger ? 'menu-item menu-item-danger' : 'menu-item'}
      href={href}
      aria-current={current ? 'page' : undefined}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

interface MenuButtonProps extends ItemProps {
  action: string
  values?: Record<string, string>
  danger?: boolean
  /** For attributes of the form, such as `data-signs-out`. */
  form?: Record<`data-${string}`, string | boolean>
}

/** An item that does something: a form of its own. */
export function MenuButton({ action, values = {}, danger, form = {}, icon, children }: MenuButtonProps) {
  return (
    <Form action={action} {...form}>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button type="submit" class={danger ? 'menu-item menu-item-danger' : 'menu-item'}>
        {icon && <Icon name={icon} />}
        <span>{children}</span>
      </button>
    </Form>
  )
}

export function MenuGroup({ children }: { children: ComponentChildren }) {
  return <div class="menu-group">{children}</div>
}
