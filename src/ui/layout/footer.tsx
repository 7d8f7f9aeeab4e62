import type { ComponentChildren } from 'preact'
import { useView } from '../view.ts'
import { type LanguageChoices, LanguageSwitch } from './language-switch.tsx'

export interface FooterProps {
  siteName: string
  /** One sentence about the community. */
  about?: ComponentChildren
  links: readonly { href: string; label: string }[]
  language?: LanguageChoices
}

export function Footer({ siteName, about, links, language }: FooterProps) {
  const { t } = useView()
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <p class="footer-name">{siteName}</p>
          {about && <p class="footer-about">{about}</p>}
        </div>
        <nav aria-label={t('ui.footer')}>
          <ul class="footer-links">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
          {language && <LanguageSwitch {...language} look="name" class="footer-language" />}
        </nav>
      </div>
    </footer>
  )
}
