import MarkdownIt, { type Token } from 'markdown-it'
import { withoutTricks } from '#platform/http/clean.ts'
import { adapt, type Found, type RenderOptions } from './adapt.ts'
import { safeAddress } from './links.ts'
import { sanitised } from './sanitise.ts'
import { quotedPosts, withoutQuotes, wordsOf } from './words.ts'

/** Raised when the same Markdown would come out differently: older stored renderings are then made again. */
export const PIPELINE_VERSION = 1

export interface Rendered extends Found {
  html: string
  /** The words alone, for search, mail and excerpts. */
  text: string
  version: number
}

/** Markdown of a member as safe HTML. Never throws, and takes a bounded time for any text. */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): Rendered {
  const source = withoutTricks(markdown)
  const found: Found = { mentions: [], named: [], quoted: [], links: [], images: [] }
  const tokens = parsed(source)
  if (!tokens) return { ...found, html: plainParagraphs(source), text: source.trim(), version: PIPELINE_VERSION }
  found.quoted.push(...quotedPosts(tokens))
  adapt(tokens, options, found)
  const html = sanitised(markdownIt.renderer.render(tokens, markdownIt.options, {}))
  return { ...found, html, text: wordsOf(tokens), version: PIPELINE_VERSION }
}

export function plainText(markdown: string): string {
  const source = withoutTricks(markdown)
  const tokens = parsed(source)
  return tokens ? withoutTricks(wordsOf(tokens)) : source.trim()
}

/** The words of the author, without what they quote of others; all words when there are no others. */
export function ownWords(markdown: string, itemMark = ''): string {
  const source = withoutTricks(markdown)
  const tokens = parsed(source)
  return (tokens && withoutTricks(wordsOf(withoutQuotes(tokens), itemMark))) || plainText(markdown)
}

/** On one line, the items of a list would run together without it. */
export const ITEM_MARK = '• '

/** The beginning of the text on one line, cut between words, of at most that many characters. */
export function excerpt(markdown: string, length: number): string {
  const line = ownWords(markdown, ITEM_MARK).replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/, '')}…`
}

const LONGEST = 65_536
const DEEPEST = 24
const MOST_TOKENS = 10_000
// A short table row is filled up to all columns of its head.
const WIDE_TABLE = /(?:\|[^|\n]*){80}/

const markdownIt = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: DEEPEST })
const encoded = markdownIt.normalizeLink.bind(markdownIt)
markdownIt.normalizeLink = (address) => encoded(address.replace(/^www\./i, 'https://www.'))
markdownIt.validateLink = (address) => safeAddress(address) !== undefined
// The address as it was typed: decoding it would bring hidden characters back.
markdownIt.normalizeLinkText = (address) => address
markdownIt.linkify.set({ fuzzyEmail: false })
markdownIt.linkify.add('ftp:', null).add('//', null).add('mailto:', null)
// "ketel.De" is a missing space, not an address: without http, only www makes a link.
markdownIt.linkify.add('www.', {
  validate: (text, at) =>
    /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?:\/[\w./%~-]{0,500}[\w/])?/i.exec(text.slice(at, at + 900))?.[0]
      .length ?? 0,
  normalize: (match) => {
    match.url = `https://${match.url}`
  },
})

/** Undefined where the text is made to be slow, or so deep that words would fall out of the page. */
function parsed(markdown: string): Token[] | undefined {
  if (markdown.length > LONGEST || WIDE_TABLE.test(markdown)) return undefined
  const tokens = markdownIt.parse(markdown, {})
  let count = tokens.length
  for (const { level, children } of tokens) {
    count += children?.length ?? 0
    if (level >= DEEPEST - 1 || count > MOST_TOKENS) return undefined
  }
  return tokens
}

function plainParagraphs(text: string): string {
  const paragraphs = markdownIt.utils.escapeHtml(text.trim()).split(/\n{2,}/)
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />\n')}</p>\n`).join('')
}
