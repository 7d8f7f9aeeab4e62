import MarkdownIt, { type Token } from 'markdown-it'
import { withoutTricks } from '#platform/http/clean.ts'
import { attachmentIn } from './links.ts'
import { mentionsIn } from './mentions.ts'

export interface RenderOptions {
  /** Only these handles become links; without it every mention does. */
  handles?: ReadonlySet<string>
  /** Sizes of attached pictures by id; else the size in the name counts. */
  sizes?: ReadonlyMap<string, { width: number; height: number }>
}

export interface Found {
  /** Who is called: handles in small letters, each once, in order of appearance. */
  mentions: string[]
  /** Who is named, also where only a quote names them, which calls nobody. */
  named: string[]
  /** Posts of ours that are quoted, by address. */
  quoted: string[]
  links: string[]
  /** Pictures attached here. */
  images: { id: string; src: string; alt: string }[]
}

/** Changes parsed Markdown into what a page of ours shows, and notes what it points to. */
export function adapt(tokens: Token[], options: RenderOptions, found: Found): void {
  let quotes = 0
  for (const token of tokens) {
    if (token.type.startsWith('blockquote_')) quotes += token.nesting
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token)
    token.content = withoutTricks(token.content)
    if (token.children) token.children = adaptInline(token.children, options, quotes > 0 ? quoting(found) : found)
  }
}

const quoting = (found: Found): Found => ({ ...found, mentions: [] })

const markdownIt = new MarkdownIt()
const TokenOf = new markdownIt.core.State('', markdownIt, {}).Token

function adaptInline(children: Token[], options: RenderOptions, found: Found): Token[] {
  let inLink = false
  return children.flatMap((token) => {
    token.content = withoutTricks(token.content)
    if (token.type === 'link_open') note(found.links, String(token.attrGet('href')))
    if (token.type === 'link_open' || token.type === 'link_close') inLink = token.type === 'link_open'
    if (token.type === 'image') return picture(token, inLink, options, found)
    return token.type === 'text' && !inLink ? withMentions(token, options, found) : [token]
  })
}

function picture(token: Token, inLink: boolean, { sizes }: RenderOptions, found: Found): Token[] {
  const src = String(token.attrGet('src'))
  const alt = withoutTricks(markdownIt.renderer.renderInlineAsText(token.children ?? [], markdownIt.options, {})).trim()
  const own = attachmentIn(src)
  // A picture elsewhere would tell that place who is reading: it is shown as a link.
  if (!own) return inLink ? [textToken(alt)] : linked(src, alt || src, found)
  const { width, height } = sizes?.get(own.id) ?? own
  const size: [string, string][] =
    width && height
      ? [
          ['width', `${width}`],
          ['height', `${height}`],
        ]
      : []
  token.attrs = [['src', src], ['alt', alt], ...size, ['loading', 'lazy']]
  token.children = [textToken(alt)]
  found.images.push({ id: own.id, src, alt })
  return [token]
}

function withMentions(token: Token, { handles }: RenderOptions, found: Found): Token[] {
  const parts: Token[] = []
  let from = 0
  for (const { handle, start, end } of mentionsIn(token.content)) {
    if (handles && !handles.has(handle)) continue
    parts.push(textToken(token.content.slice(from, start)), ...mention(handle, token.content.slice(start, end)))
    note(found.mentions, handle)
    note(found.named, handle)
    from = end
  }
  return from === 0 ? [token] : [...parts, textToken(token.content.slice(from))]
}

function mention(handle: string, shown: string): Token[] {
  const [open, text, close] = anchor(`/members/${handle}`, shown)
  open.attrSet('class', 'mention')
  return [open, text, close]
}

function linked(href: string, shown: string, found: Found): Token[] {
  note(found.links, href)
  return anchor(href, shown)
}

function anchor(href: string, shown: string): [Token, Token, Token] {
  const open = new TokenOf('link_open', 'a', 1)
  open.attrs = [['href', href]]
  return [open, textToken(shown), new TokenOf('link_close', 'a', -1)]
}

function textToken(content: string): Token {
  const token = new TokenOf('text', '', 0)
  token.content = content
  return token
}

function note(list: string[], value: string): void {
  if (!list.includes(value) && list.length < MOST_NOTED) list.push(value)
}

const MOST_NOTED = 200

function alignByClass(token: Token): void {
  const side = /text-align:(left|center|right)/.exec(String(token.attrGet('style')))?.[1]
  token.attrs = side ? [['class', `align-${side}`]] : null
}
