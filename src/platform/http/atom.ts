import { XML_HEAD, xmlText } from './xml.ts'

export interface AtomFeed {
  /** Never changes, whatever the feed is called. */
  readonly id: string
  readonly title: string
  readonly language: string
  /** The page that shows the same. */
  readonly page: string
  readonly self: string
  /** For a feed without entries. */
  readonly now: Date
  readonly entries: readonly AtomEntry[]
}

export interface AtomEntry {
  readonly id: string
  readonly title: string
  readonly page: string
  readonly language?: string
  readonly author: { readonly name: string; readonly page: string }
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly categories?: readonly { readonly term: string; readonly label: string }[]
  /** Addresses in it are read from here. */
  readonly base: string
  readonly html: string
}

export const ATOM = 'application/atom+xml; charset=utf-8'

/** A feed as RFC 4287 has it. */
export function writeAtom(feed: AtomFeed): string {
  const updated = feed.entries.map((entry) => entry.updatedAt).reduce(later, feed.entries[0]?.updatedAt ?? feed.now)
  return `${XML_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">
<id>${xmlText(feed.id)}</id>
<title>${xmlText(feed.title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>
<generator>Onderling</generator>
${feed.entries.map(entryOf).join('\n')}
</feed>
`
}

const later = (one: Date, other: Date) => (one > other ? one : other)

function entryOf(entry: AtomEntry): string {
  const { author, categories = [], language } = entry
  const kinds = categories.map(({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>`)
  return `<entry${language ? ` xml:lang="${xmlText(language)}"` : ''}>
<id>${xmlText(entry.id)}</id>
<title>${xmlText(entry.title)}</title>
<link rel="alternate" type="text/html" href="${xmlText(entry.page)}"/>
<author><name>${xmlText(author.name)}</name><uri>${xmlText(author.page)}</uri></author>
<published>${entry.publishedAt.toISOString()}</published>
<updated>${entry.updatedAt.toISOString()}</updated>
${kinds.join('')}
<content type="html" xml:base="${xmlText(entry.base)}">${xmlText(entry.html)}</content>
</entry>`
}
