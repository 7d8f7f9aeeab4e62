import type { ComponentChildren } from 'preact'
import { Avatar, type AvatarProps } from './avatar.tsx'

interface PersonLineProps {
  person: Pick<AvatarProps, 'name' | 'seed' | 'imageUrl'>
  href?: string
  /** Beside the name, such as a Tag with a title. */
  beside?: ComponentChildren
  /** The quiet words below it. */
  children?: ComponentChildren
  figure?: ComponentChildren
  size?: AvatarProps['size']
}

/** Somebody, above what they wrote or in a list of people. */
export function PersonLine({ person, href, beside, children, figure, size }: PersonLineProps) {
  return (
    <div class="person-line">
      <Avatar {...person} size={size} />
      <div class="person-words">
        <p class="person-name">
          {href ? <a href={href}>{person.name}</a> : <b>{person.name}</b>} {beside}
        </p>
        {children && <div class="person-quiet">{children}</div>}
      </div>
      {figure && <div class="person-figure">{figure}</div>}
    </div>
  )
}
