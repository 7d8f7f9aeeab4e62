import { drawAvatar } from './avatar-drawing.ts'

export interface AvatarProps {
  name: string
  /** What keeps the drawing the same for ever: the member's id, not the name. */
  seed: string
  imageUrl?: string | null
  size?: 'small' | 'middle' | 'large' | 'huge'
  /** Only where the name does not stand beside it. */
  label?: string
}

const pixels = { small: 28, middle: 40, large: 60, huge: 112 }

export function Avatar({ name, seed, imageUrl, size = 'middle', label }: AvatarProps) {
  const box = { class: `avatar avatar-${size}`, width: pixels[size], height: pixels[size] }
  if (imageUrl) return <img {...box} src={imageUrl} alt={label ?? ''} loading="lazy" decoding="async" />
  const { ground, shapes, initials } = drawAvatar(name, seed)
  const meaning = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the label or the name beside it says who
    <svg {...box} viewBox="0 0 40 40" {...meaning}>
      <path fill={ground} d="M0 0h40v40H0z" />
      {shapes.map(({ colour, path }) => (
        <path fill={colour} d={path} key={path} />
      ))}
      <text x="20" y="20.5" text-anchor="middle" dominant-baseline="central" fill="#fff">
        {initials}
      </text>
    </svg>
  )
}
