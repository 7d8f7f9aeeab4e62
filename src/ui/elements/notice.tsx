import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'warn' | 'success' | 'danger'

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  warn: 'triangle-alert',
  success: 'circle-check',
  danger: 'circle-alert',
}

interface NoticeProps {
  tone?: NoticeTone
  title?: ComponentChildren
  /** `status` or `alert` when it tells about what the person just did. */
  role?: 'status' | 'alert'
  /** Without the icon it reads as a note in the margin. */
  plain?: boolean
  children?: ComponentChildren
}

export function Notice({ tone = 'info', title, role, plain, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {!plain && <Icon name={icons[tone]} class="notice-icon" />}
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
