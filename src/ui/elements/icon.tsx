import { icons } from './icons.generated.ts'

export type IconName = keyof typeof icons

/** Decoration beside words, drawn in lines by `.icon`: a page has a hundred of them; give `label` only where an icon stands alone. */
export function Icon({ name, label, class: extra = '' }: { name: IconName; label?: string; class?: string }) {
  const meaning = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    <svg
      class={`icon ${extra}`.trim()}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      {...meaning}
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}
