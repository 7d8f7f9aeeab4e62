import type { Token } from 'markdown-it'
import { POST_ADDRESS } from './quoting.ts'

/** The words of parsed Markdown, a line per paragraph, item or table row; each item begins with the mark, if any. */
export function wordsOf(tokens: Token[], itemMark = ''): string {
  const lines: string[] = []
  for (const token of tokens) {
    if (token.type === 'list_item_open') lines.push(itemMark)
    if (token.type === 'inline') lines.push(inlineWords(token.children ?? []), ENDS_CELL)
    else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content)
    if (/^(?:paragraph|heading|tr)_close$/.test(token.type)) lines.push('\n')
    if (token.level === 0 && token.nesting === -1) lines.push('\n')
  }
  return lines
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Without quotes of posts: what is set apart as a quote for another reason is the author's own. */
export function withoutQuotes(tokens: readonly Token[]): Token[] {
  let depth = 0
  return tokens.filter(({ type }, at) => {
    const isInside = depth > 0
    if (type === 'blockquote_open' && (isInside || postQuotedAt(tokens, at) !== null)) depth++
    if (type === 'blockquote_close' && isInside) depth--
    return !isInside && depth === 0
  })
}

/** The addresses of the posts that are quoted, each once. */
export function quotedPosts(tokens: readonly Token[]): string[] {
  const found = tokens.flatMap(({ type }, at) => (type === 'blockquote_open' && postQuotedAt(tokens, at)) || [])
  return [...new Set(found)]
}

/** A quote of a post begins with who said it, as a link to that post. */
function postQuotedAt(tokens: readonly Token[], at: number): string | null {
  const first = tokens[at + 2]?.children?.find(({ type, content }) => type !== 'text' || content !== '')
  const address = first?.type === 'link_open' ? String(first.attrGet('href')) : ''
  return POST_ADDRESS.test(address) ? address : null
}

// Keeps the words of neighbouring cells apart.
const ENDS_CELL = ' '

function inlineWords(tokens: Token[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n'
      return type === 'text' || type === 'code_inline' || type === 'image' ? content : ''
    })
    .join('')
}
