import type { ComponentChildren } from 'preact'

interface TagProps {
  /** With an address it is a link. */
  href?: string
  look?: 'plain' | 'staff' | 'brand'
  children: ComponentChildren
}

export function Tag({ href, look = 'plain', children }: TagProps) {
  const name = look === 'plain' ? 'tag' : `tag tag-${look}`
  return href ? (
    <a class={name} href={href}>
      {children}
    </a>
  ) : (
    <span class={name}>{children}</span>
  )
}
