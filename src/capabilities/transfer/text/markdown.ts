import sanitizeHtml from 'sanitize-html'
import TurndownService from 'turndown'
import { RowProblem } from '../dump/values.ts'

/** More HTML than any post could be made of. */
const LONGEST = 400_000

/**
 * A post's HTML as the Markdown that would give it. Only the elements of written text pass; pictures become links,
 * because a picture that stands elsewhere would tell that place who is reading.
 */
export function htmlToMarkdown(html: string): string {
  if (html.length > LONGEST) throw new RowProblem('its text is longer than a post may be')
  return turndown.turndown(sanitizeHtml(html, ALLOWED)).trim()
}

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags:
    'p br hr h1 h2 h3 h4 h5 h6 strong b em i s del strike a img code pre kbd sup sub blockquote ul ol li table thead tbody tr th td dl dt dd div'.split(
      ' ',
    ),
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], pre: ['class'], code: ['class'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: true,
  nestingLimit: 40,
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
})

turndown.addRule('code', {
  filter: (node) => node.nodeName === 'PRE',
  replacement: (_, node) => {
    const text = (node.textContent ?? '').replace(/\n$/, '')
    const fence = '`'.repeat(Math.max(3, ...(text.match(/^`{3,}/gm) ?? []).map((run) => run.length + 1)))
    return `\n\n${fence}${languageOf(node as Element)}\n${text}\n${fence}\n\n`
  },
})

function languageOf(node: Element): string {
  const names = [node, node.firstElementChild].map((one) => one?.getAttribute('class') ?? '').join(' ')
  return /\blang(?:uage)?-([\w+#.-]{1,30})/.exec(names)?.[1]?.replace(/^none$|^default$/, '') ?? ''
}

turndown.addRule('picture', {
  filter: 'img',
  replacement: (_, node) => {
    const picture = node as Element
    const src = absolute(picture.getAttribute('src') ?? '')
    const alt = bracketless(picture.getAttribute('alt') ?? '') || src.replace(/^.*\//, '')
    const inLink = picture.closest?.('a[href]') ?? null
    return inLink || !src ? alt : `[${alt}](${src})`
  },
})

turndown.addRule('link', {
  filter: (node) => node.nodeName === 'A' && Boolean(node.getAttribute('href')),
  replacement: (content, node) => {
    const href = absolute((node as Element).getAttribute('href') ?? '')
    const words = content.trim().replace(/\s*\n\s*/g, ' ')
    if (!words) return ''
    return href === words
      ? `<${href}>`
      : `[${words}](${/[\s()]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent)}>` : href})`
  },
})

turndown.addRule('struck', {
  filter: ['del', 's', 'strike'] as never,
  replacement: (content) => (content ? `~~${content}~~` : ''),
})
turndown.addRule('raised', { filter: ['sup'], replacement: (content) => (content ? `^${content}` : '') })
turndown.addRule('lowered', { filter: ['sub'], replacement: (content) => (content ? `\\_${content}` : '') })
turndown.addRule('key', { filter: ['kbd'], replacement: (content) => (content ? `**${content}**` : '') })

turndown.addRule('cell', {
  filter: ['th', 'td'],
  replacement: (content) =>
    `| ${content
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\|/g, '\\|')} `,
})
turndown.addRule('row', {
  filter: 'tr',
  replacement: (content, node) =>
    `${content}|\n${isFirstRow(node) ? `${'| --- '.repeat((node as Element).children.length)}|\n` : ''}`,
})
turndown.addRule('rows', { filter: ['thead', 'tbody'], replacement: (content) => content })
turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` })

function isFirstRow(node: Node): boolean {
  const part = node.parentNode as Element
  const isHead = part.nodeName === 'THEAD' || part.nodeName === 'TABLE' || part.previousElementSibling === null
  return isHead && (node as Element).previousElementSibling === null
}

const absolute = (address: string): string => (address.startsWith('//') ? `https:${address}` : address)
const bracketless = (text: string): string =>
  text
    .replace(/[[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
