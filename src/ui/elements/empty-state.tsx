import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface EmptyStateProps {
  title: ComponentChildren
  icon?: IconName
  children?: ComponentChildren
  /** What to do next. */
  action?: ComponentChildren
}

export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} class="empty-icon" />}
      <p class="empty-title">{title}</p>
      {children && <div class="empty-words">{children}</div>}
      {action && <div class="empty-action">{action}</div>}
    </div>
  )
}
