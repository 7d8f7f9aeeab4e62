import type { ComponentChildren } from 'preact'
import { type Toast, ToastRegion } from '../elements/toast-region.tsx'
import { Shared } from '../sharing/shared.tsx'
import { useView } from '../view.ts'
import { Bar, type BarProps } from './bar.tsx'
import { Footer, type FooterProps } from './footer.tsx'

export interface ShellProps extends BarProps {
  footer: (Omit<FooterProps, 'siteName' | 'about'> & { about?: string }) | null
  toasts?: readonly Toast[]
  /** Above the bar, on every page: an outage, a preview, "you look as …". */
  banner?: ComponentChildren
  /** Staff screens use the whole width. */
  wide?: boolean
  children: ComponentChildren
}

/** Everything around the page itself. */
export function Shell({ footer, toasts, banner, wide, children, ...bar }: ShellProps) {
  const { t } = useView()
  return (
    <>
      <a class="skip" href="#content">
        {t('ui.skip')}
      </a>
      {banner && <div class="banner">{banner}</div>}
      <Bar {...bar} />
      <main class={wide ? 'wrap wrap-wide' : 'wrap'} id="content" tabIndex={-1}>
        {children}
      </main>
      {footer && <SharedFooter {...footer} siteName={bar.siteName} language={bar.language} />}
      <ToastRegion toasts={toasts} />
      <div class="visually-hidden" id="announcer" aria-live="polite" />
    </>
  )
}

const SharedFooter = (footer: FooterProps) => (
  <Shared of={`footer ${JSON.stringify(footer)}`} part={() => <Footer {...footer} />} />
)
