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
  /** Nothing leads away from here: there is no community yet. */
  isFirst?: boolean
  children: ComponentChildren
}

/** A whole page: the document, the bar, the foot, and what the slice has to say in between. */
export function Page({ x, title, canonical, hideBox, boxValue, wide, isFirst, children, ...document }: PageProps) {
  const { brand, viewer, frame, site } = x
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
        canonical={`${site.config.publicUrl}${canonical ?? pathOf(x)}`}
        stylesheets={[frame.brandStylesheet(brand)]}
        icon={frame.brandStylesheet(brand).replace('.css', '.svg')}
        themeColour={{ light: brandColour(brand, 'light', 'paper'), dark: brandColour(brand, 'dark', 'paper') }}
        data={{ ...document.data, ...(viewer ? { member: viewer.id } : {}) }}
      >
        <Shell
          siteName={brand.name}
          homePath="/"
          logoUrl={brand.logoId ? `/attachments/${brand.logoId}/logo` : null}
          navigation={isFirst ? [] : linksTo(x, frame.navigation)}
          search={hideBox ? null : { action: '/search', value: boxValue }}
          language={{ action: '/language', languages }}
          account={viewer && accountOf(x)}
          notices={viewer ? { href: '/notices', unread: viewer.unreadNotices } : undefined}
          signIn={isFirst ? undefined : { href: `/sign-in${backTo(x)}` }}
          signUp={isFirst ? undefined : { href: `/sign-up${backTo(x)}` }}
          footer={
            isFirst
              ? null
              : { about: x.t('community.about', { brand: brand.name }), links: linksTo(x, frame.footerLinks) }
          }
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
    groups: frame.accountLinks.map((group) => linksTo(x, group, '')),
    signOutPath: '/sign-out',
  }
}

const shownTo = (x: Exchange) => (entry: NavigationEntry) => entry.showTo?.(x.viewer) ?? true

const pathOf = (x: Exchange): string => x.url.split('?')[0] ?? '/'

const linksTo = (x: Exchange, entries: readonly NavigationEntry[], at = pathOf(x)) =>
  entries.filter(shownTo(x)).map(({ path, label }) => ({
    href: path,
    label: x.t(label),
    current: at === path || at.startsWith(`${path}/`),
  }))

/** Signing in brings you back to where you were; the front page needs no saying. */
function backTo(x: Exchange): string {
  const { url } = x
  if (x.request.method !== 'GET' || url === '/' || url.startsWith('/sign-')) return ''
  return `?returnTo=${encodeURIComponent(url)}`
}
