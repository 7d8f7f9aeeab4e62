import { useView } from '../view.ts'

export interface Crumb {
  href: string
  label: string
}

/** Where this page stands; the page itself is not among them, its title follows. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useView()
  return (
    <nav class="crumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
