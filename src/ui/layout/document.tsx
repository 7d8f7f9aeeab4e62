import type { ComponentChildren } from 'preact'
import { SHARING_HEIGHT, SHARING_WIDTH } from '../pictures/size.ts'
import { Shared } from '../sharing/shared.tsx'
import { useView } from '../view.ts'

export interface DocumentProps {
  /** Of this page; the brand's name is added behind it. */
  title: string
  siteName: string
  description?: string
  canonical?: string
  /** For search engines; left out: free to index. */
  robots?: string
  openGraph?: { type?: 'website' | 'article' | 'profile'; image?: string; imageAlt?: string }
  feeds?: readonly { href: string; title: string }[]
  /** Structured data for search engines, as plain objects. */
  jsonLd?: readonly object[]
  /** Addresses of stylesheets after the main one: the brand's. */
  stylesheets?: readonly string[]
  icon?: string
  manifest?: string
  themeColour?: { light: string; dark: string }
  theme?: 'light' | 'dark' | null
  /** What the browser's scripts may know, as data attributes of body: `{ signedIn: '' }` is `data-signed-in`. */
  data?: Readonly<Record<string, string>>
  /** Extra meta tags by name, such as `turbo-cache-control`. */
  meta?: Readonly<Record<string, string>>
  children: ComponentChildren
}

export function Document(props: DocumentProps) {
  const { language, zone, formToken } = useView()
  const { children, data, ...head } = props
  return (
    <html lang={language} data-theme={props.theme ?? undefined} data-zone={zone}>
      <head>
        {/* What visitors get is kept as a whole. */}
        {formToken ? (
          <Shared of={`head ${JSON.stringify(head)}`} part={() => <Head {...head} />} />
        ) : (
          <Head {...head} />
        )}
      </head>
      <body {...dataAttributes(data)}>{children}</body>
    </html>
  )
}

type HeadProps = Omit<DocumentProps, 'children' | 'data'>

function Head(props: HeadProps) {
  return (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{props.title === props.siteName ? props.title : `${props.title} · ${props.siteName}`}</title>
      <Sharing {...props} />
      <Looks {...props} />
      <Turbo meta={props.meta} />
      {props.jsonLd?.map((data) => (
        <script type="application/ld+json" key={data} dangerouslySetInnerHTML={{ __html: safeJson(data) }} />
      ))}
    </>
  )
}

function Sharing({ title, siteName, description, canonical, robots, openGraph = {}, feeds = [] }: HeadProps) {
  const { language } = useView()
  return (
    <>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {robots && <meta name="robots" content={robots} />}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content={openGraph.type ?? 'website'} />
      <meta property="og:locale" content={language === 'nl' ? 'nl_NL' : 'en_GB'} />
      {description && <meta property="og:description" content={description} />}
      {canonical && <meta property="og:url" content={canonical} />}
      {openGraph.image && <meta property="og:image" content={openGraph.image} />}
      {openGraph.image && <meta property="og:image:width" content={String(SHARING_WIDTH)} />}
      {openGraph.image && <meta property="og:image:height" content={String(SHARING_HEIGHT)} />}
      {openGraph.image && openGraph.imageAlt && <meta property="og:image:alt" content={openGraph.imageAlt} />}
      <meta name="twitter:card" content={openGraph.image ? 'summary_large_image' : 'summary'} />
      {feeds.map(({ href, title: name }) => (
        <link rel="alternate" type="application/atom+xml" href={href} title={name} key={href} />
      ))}
    </>
  )
}

function Looks({ stylesheets = [], icon, manifest, themeColour, theme }: HeadProps) {
  const { asset } = useView()
  return (
    <>
      <meta name="color-scheme" content={theme ?? 'light dark'} />
      {themeColour && <meta name="theme-color" media="(prefers-color-scheme: light)" content={themeColour.light} />}
      {themeColour && <meta name="theme-color" media="(prefers-color-scheme: dark)" content={themeColour.dark} />}
      {['figtree.woff2', 'bricolage-grotesque.woff2'].map((font) => (
        <link rel="preload" as="font" type="font/woff2" href={asset(font)} crossOrigin="anonymous" key={font} />
      ))}
      <link rel="stylesheet" href={asset('styles.css')} data-turbo-track="reload" />
      {stylesheets.map((href) => (
        <link rel="stylesheet" href={href} data-turbo-track="dynamic" key={href} />
      ))}
      <script type="module" src={asset('browser.js')} data-turbo-track="reload" />
      {icon && <link rel="icon" type="image/svg+xml" href={icon} />}
      {manifest && <link rel="manifest" href={manifest} />}
    </>
  )
}

function Turbo({ meta = {} }: { meta?: DocumentProps['meta'] }) {
  const all = { 'turbo-refresh-method': 'morph', 'turbo-refresh-scroll': 'preserve', ...meta }
  return (
    <>
      {Object.entries(all).map(([name, content]) => (
        <meta name={name} content={content} key={name} />
      ))}
    </>
  )
}

// Inside a script element only "<" can end it.
function safeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function dataAttributes(data: DocumentProps['data'] = {}): Record<string, string> {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${kebab(name)}`, value]))
}
