import type { Capability } from '#community/capability.ts'
import type { Exchange } from '#community/exchange.ts'
import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { missing, type Reply, text } from '#platform/http/reply.ts'
import { SITEMAP, writeIndex, writeSitemap } from './sitemap.ts'

const kept = { keptFor: { query: [] } } as const

/** What search engines read first: robots.txt, and the sitemap from what the capabilities bring. */
export function findingAids(capabilities: readonly Capability[]): readonly Route[] {
  const sources = capabilities.flatMap(({ sitemap }) => sitemap ?? [])
  return [
    get('/robots.txt', anyone, (x) => text(robots(x.site.config.publicUrl), 'text/plain; charset=utf-8'), kept),
    get('/sitemap.xml', anyone, (x) => showIndex(x), kept),
    get('/sitemaps/:name-:page.xml', anyone, (x) => showPage(x), kept),
  ]

  async function showIndex(x: Exchange): Promise<Reply> {
    x.dependsOn(...sources.map(({ name }) => name))
    const pages = await Promise.all(
      sources.map(async ({ name, pages: list }) =>
        (await list(x.db)).map(({ number, changedAt }) => ({ path: `/sitemaps/${name}-${number}.xml`, changedAt })),
      ),
    )
    return text(writeIndex(x.site.config.publicUrl, [FIXED, ...pages.flat()]), SITEMAP)
  }

  async function showPage(x: Exchange): Promise<Reply> {
    const { name, page = '' } = x.params
    if (!/^(?:0|[1-9]\d{0,8})$/.test(page)) return missing
    if (name === 'pages') return page === '0' ? text(writeSitemap(x.site.config.publicUrl, always), SITEMAP) : missing
    const source = sources.find((one) => one.name === name)
    if (!source) return missing
    x.dependsOn(source.name)
    const entries = await source.entries(x.db, Number(page))
    return entries.length === 0 ? missing : text(writeSitemap(x.site.config.publicUrl, entries), SITEMAP)
  }
}

const FIXED = { path: '/sitemaps/pages-0.xml' }

/** Pages that are there in every community. */
const always = ['/', '/questions', '/privacy'].map((path) => ({ path }))

/** Not for search engines: what is one's own, what is different for each who asks, and what only looks for something. */
const closed = [
  '/account',
  '/api/',
  '/dev/',
  '/manage',
  '/notices',
  '/outcomes/',
  '/*?quote=',
  '/search',
  '/setup',
  '/sign-in',
  '/sign-out',
  '/sign-up',
]

function robots(publicUrl: string): string {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${publicUrl}/sitemap.xml`]
  return `${lines.join('\n')}\n`
}
