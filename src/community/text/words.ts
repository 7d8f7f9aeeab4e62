import type { Token } from 'markdown-it'

/** The words of parsed Markdown, a line per paragraph, item or table row. */
export function wordsOf(tokens: Token[]): string {
  const lines: string[] = []
  for (const token of tokens) {
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
