import { beginningOf, quoteOf } from '#community/text/quoting.ts'
import { quotedPath, quotedPost } from '../quoted.ts'
import { isQuoteOfPost, wordsIn } from './post-words.ts'

export const QUOTE_LINK = 'a[href*="?quote="]'

/** A post on the page that its reader may quote, as far as the page tells. */
export interface QuotablePost {
  /** "Quote" in its own row. */
  readonly link: HTMLAnchorElement
  readonly element: Element
  readonly prose: Element
}

export function postOfLink(link: HTMLAnchorElement): QuotablePost | null {
  const element = postAround(link)
  const prose = element && [...element.querySelectorAll('.prose')].find((one) => postAround(one) === element)
  return element && prose ? { link, element, prose } : null
}

/** The post in whose own text this stands. */
export function postOfText(node: Node): QuotablePost | null {
  const prose = (node instanceof Element ? node : node.parentElement)?.closest('.prose')
  const element = prose && postAround(prose)
  const links = [...(element?.querySelectorAll<HTMLAnchorElement>(QUOTE_LINK) ?? [])]
  const link = links.find((one) => postAround(one) === element)
  return element && link ? { link, element, prose } : null
}

// The question surrounds its answers, and an answer its comments. What else holds text is no post.
function postAround(element: Element): Element | null {
  const around = element.closest('.comment, .answer, .question, .also-asked, text-composer')
  return around?.matches('.comment, .answer, .question') ? around : null
}

/** What of it is selected; a selection that goes on below it ends where it ends. */
export function selectedIn({ prose }: QuotablePost): string {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0).cloneRange()
  if (!prose.contains(range.startContainer)) return ''
  if (!prose.contains(range.endContainer)) range.setEndAfter(prose.lastChild as Node)
  return wordsIn(range.cloneContents()).trim()
}

/** Markdown of the quote: of these words, or of the beginning of the post without what it quotes itself. */
export function quoteFrom({ link, element, prose }: QuotablePost, selected: string): string | null {
  const url = new URL(link.href)
  const post = quotedPost(url.searchParams.get('quote'))
  const questionId = /^\/questions\/(\d+)$/.exec(url.pathname)?.[1]
  if (!post || !questionId) return null
  const own = () => wordsIn(prose, isQuoteOfPost).trim() || wordsIn(prose)
  const words = selected || beginningOf(own())
  return quoteOf({ name: nameIn(element), path: quotedPath(questionId, post), words })
}

const nameIn = (element: Element): string =>
  element.querySelector(element.matches('.question') ? '.question-meta a' : '.person-name > :first-child')
    ?.textContent ?? ''
