import type { ComponentChildren } from 'preact'
import { useView } from '../view.ts'
import { Count } from './count.tsx'
import { Form } from './form.tsx'
import { Icon, type IconName } from './icon.tsx'

interface ActionProps {
  /** Where the form posts; with `href` it is a link instead. */
  action?: string
  href?: string
  values?: Record<string, string>
  icon?: IconName
  count?: number
  /** The one that matters most here. */
  strong?: boolean
  /** For what is on or off: thanked, followed. */
  pressed?: boolean
  disabled?: boolean
  id?: string
  children: ComponentChildren
}

/** One quiet button or link in an ActionRow. */
export function Action({
  action,
  href,
  values = {},
  icon,
  count,
  strong,
  pressed,
  disabled,
  id,
  children,
}: ActionProps) {
  const { formToken } = useView()
  const name = strong ? 'action action-strong' : 'action'
  const words = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {count !== undefined && count > 0 && (
        <span class="action-count">
          <Count of={count} />
        </span>
      )}
    </>
  )
  if (href) {
    return (
      <a class={name} href={href} id={id}>
        {words}
      </a>
    )
  }
  return (
    // Whoever presses it stays where they are, with the focus on it. A visitor is led to signing in, and back from there.
    <Form action={action ?? ''} id={id} data-turbo-action={formToken ? 'replace' : undefined}>
      {Object.entries(values).map(([key, value]) => (
        <input type="hidden" name={key} value={value} key={key} />
      ))}
      <button class={name} type="submit" aria-pressed={pressed} disabled={disabled}>
        {words}
      </button>
    </Form>
  )
}
