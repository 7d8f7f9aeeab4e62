import { POST_ADDRESS } from '#community/text/quoting.ts'

/** The words of shown text, a line per paragraph or item; `isLeftOut` says of which elements nothing is wanted. */
export function wordsIn(node: Node, isLeftOut: (element: Element) => boolean = () => false): string {
  if (node instanceof Text) return node.parentElement?.closest('pre') ? node.data : node.data.replace(/\s+/g, ' ')
  if (node instanceof Element && isLeftOut(node)) return ''
  if (node instanceof HTMLImageElement) return node.alt
  const words = [...node.childNodes].map((child) => wordsIn(child, isLeftOut)).join('')
  return around(node.nodeName, words)
}

function around(name: string, words: string): string {
  if (name === 'BR') return '\n'
  if (/^(?:LI|TR)$/.test(name)) return `\n${words}\n`
  if (/^T[DH]$/.test(name)) return `${words} `
  return /^(?:P|H\d|PRE|BLOCKQUOTE|UL|OL|TABLE|HR)$/.test(name) ? `\n\n${words}\n\n` : words
}

/** What the author quotes of another post: it begins with a link to that. */
export function isQuoteOfPost(element: Element): boolean {
  const link = element.matches('blockquote') && element.querySelector('p:first-child > a:first-child')
  return Boolean(link) && POST_ADDRESS.test((link as Element).getAttribute('href') ?? '')
}
