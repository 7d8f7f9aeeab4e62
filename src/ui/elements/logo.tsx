import { risingSun } from '../brand-mark.ts'

/** The brand's own logo, or its mark and name set in the heading font. */
export function Logo({ name, imageUrl }: { name: string; imageUrl?: string | null }) {
  if (imageUrl) return <img class="logo-image" src={imageUrl} alt={name} height={36} />
  return (
    <>
      <svg class="logo-mark" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <circle cx="16" cy="16" r="16" class="logo-ground" />
        <path d={risingSun} class="logo-sun" />
      </svg>
      <span class="logo-name">{name}</span>
    </>
  )
}
