import { XML_HEAD, xmlText } from '#platform/http/xml.ts'

export const SITEMAP = 'application/xml; charset=utf-8'

interface Address {
  readonly path: string
  readonly changedAt?: Date
}

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export const writeIndex = (publicUrl: string, pages: readonly Address[]): string =>
  `${XML_HEAD}<sitemapindex ${NAMESPACE}>\n${pages.map((page) => element('sitemap', publicUrl, page)).join('\n')}\n</sitemapindex>\n`

export const writeSitemap = (publicUrl: string, addresses: readonly Address[]): string =>
  `${XML_HEAD}<urlset ${NAMESPACE}>\n${addresses.map((one) => element('url', publicUrl, one)).join('\n')}\n</urlset>\n`

function element(name: 'sitemap' | 'url', publicUrl: string, { path, changedAt }: Address): string {
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
  return `<${name}><loc>${xmlText(publicUrl + path)}</loc>${changed}</${name}>`
}
