import type { ComponentChildren } from 'preact'
import { brandPicturePath } from '#community/brand/brand.ts'
import type { Exchange } from '#community/exchange.ts'
import { avatarUrl } from '#community/members/avatar-url.ts'
import type { NavigationEntry } from '#community/navigation.ts'
import { toastsFor } from '#community/said.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { languages } from '#platform/i18n/languages.ts'
import { Document, type DocumentProps } from '#ui/layout/document.tsx'
import { Shell } from '#ui/layout/shell.tsx'
import { brandColour } from '#ui/styles/brand.ts'
import { type View, ViewContext } from '#ui/view.ts'

interface PageProps
  extends Pick<DocumentProps, 'description' | 'robots' | 'openGraph' | 'feeds' | 'jsonLd' | 'data' | 'meta'> {
  x: Exchange
  title: string
  /** The page's own address, where it is not simply the one asked for. */
  canonical?: string
  /** The front page and the asking page have a large box of their own. */
  hideBox?: boolean
  boxValue?: string
  wide?: boolean
  children: ComponentChildren
}

/** A whole page: the document, the bar, the foot, and what the slice has to say in between. */
export function Page({ x, title, canonical, hideBox, boxValue, wide, children, ...document }: PageProps) {
  const { brand, viewer, frame, site } = x
  const path = x.url.split('?')[0] ?? '/'
  return (
    <ViewContext.Provider value={viewOf(x)}>
      <Document
        {...document}
        openGraph={{
          image: `${site.config.publicUrl}${brandPicturePath(brand)}`,
          imageAlt: brand.name,
          ...document.openGraph,
        }}
        title={title}
        siteName={brand.name}
        canonical={`${site.config.publicUrl}${canonical ?? path}`}
        stylesheets={[frame.brandStylesheet(brand)]}
        icon={frame.brandStylesheet(brand).replace('.css', '.svg')}
        themeColour={{ light: brandColour(brand, 'light', 'paper'), dark: brandColour(brand, 'dark', 'paper') }}
        data={{ ...document.data, ...(viewer ? { member: viewer.id } : {}) }}
      >
        <Shell
          siteName={brand.name}
          homePath="/"
          logoUrl={brand.logoId ? `/attachments/${brand.logoId}/logo` : null}
          navigation={frame.navigation.filter(shownTo(x)).map((entry) => linkTo(x, entry, path))}
          search={hideBox ? null : { action: '/search', value: boxValue }}
          language={{ action: '/language', languages }}
          account={viewer && accountOf(x)}
          notices={viewer ? { href: '/notices', unread: viewer.unreadNotices } : undefined}
          signIn={{ href: `/sign-in${backTo(x)}` }}
          signUp={{ href: `/sign-up${backTo(x)}` }}
          footer={{
            about: x.t('community.about', { brand: brand.name }),
            links: frame.footerLinks.filter(shownTo(x)).map((entry) => linkTo(x, entry, path)),
          }}
          toasts={toastsFor(x)}
          wide={wide}
        >
          {children}
        </Shell>
      </Document>
    </ViewContext.Provider>
  )
}

/** A part of a page, for a live update: the same components, the same words. */
export function Fragment({ x, children }: { x: Exchange; children: ComponentChildren }) {
  return <ViewContext.Provider value={viewOf(x)}>{children}</ViewContext.Provider>
}

export const viewOf = (x: Exchange): View => ({
  language: x.language,
  zone: x.brand.zone,
  now: x.now,
  t: x.t,
  formToken: x.formToken,
  onceKey: onceKey(),
  url: x.url,
  asset: x.frame.asset,
})

function accountOf(x: Exchange) {
  const { viewer, frame } = x
  if (!viewer) return null
  return {
    name: viewer.name,
    seed: viewer.id,
    imageUrl: avatarUrl(viewer),
    profilePath: `/members/${viewer.handle}`,
    groups: frame.accountLinks.map((group) => group.filter(shownTo(x)).map((entry) => linkTo(x, entry, ''))),
    signOutPath: '/sign-out',
  }
}

const shownTo = (x: Exchange) => (entry: NavigationEntry) => entry.showTo?.(x.viewer) ?? true

const linkTo = (x: Exchange, { path, label }: NavigationEntry, at: string) => ({
  href: path,
  label: x.t(label),
  current: at === path || at.startsWith(`${path}/`),
})

/** Signing in brings you back to where you were; the front page needs no saying. */
function backTo(x: Exchange): string {
  const { url } = x
  if (x.request.method !== 'GET' || url === '/' || url.startsWith('/sign-')) return ''
  return `?returnTo=${encodeURIComponent(url)}`
}
