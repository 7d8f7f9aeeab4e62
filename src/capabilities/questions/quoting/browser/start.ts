import type { TextComposer } from '#ui/browser/text-composer.ts'
import { postOfLink, postOfText, QUOTE_LINK, type QuotablePost, quoteFrom, selectedIn } from './quotable-post.ts'
import { QuoteButton } from './quote-button.ts'

/** "Quote" at a post puts what is selected in it, or its beginning, into the answer one is writing. */
export function startQuoting(): void {
  const button = new QuoteButton()
  document.addEventListener('mousedown', keepSelection)
  document.addEventListener('click', quoteByLink)
  document.addEventListener('selectionchange', () => button.offerSoon(quotableSelection))
  document.addEventListener('turbo:before-cache', () => button.hide())
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && button.hide())
  // Followed only without scripts: nothing to fetch ahead.
  document.addEventListener('turbo:before-prefetch', (event) => linkOf(event) && event.preventDefault())
  // Last of all: while it renders, Turbo takes the focus to the place that the address names.
  document.addEventListener('turbo:load', goOnBelowQuote)
}

const composerOnPage = () => document.querySelector<TextComposer>('#answer-form text-composer')

const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>(QUOTE_LINK) : null)

/** Pressing the link would take away what it is about. */
function keepSelection(event: MouseEvent): void {
  if (event.button === 0 && linkOf(event)) event.preventDefault()
}

function quoteByLink(event: MouseEvent): void {
  const link = linkOf(event)
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
  const post = postOfLink(link)
  if (post && quote(post, selectedIn(post))) event.preventDefault()
}

/** Whether it could be done here; else the address of the link does it. */
function quote(post: QuotablePost, selected: string): boolean {
  const composer = composerOnPage()
  const markdown = composer && quoteFrom(post, selected)
  if (!markdown) return false
  composer.scrollIntoView({ block: 'nearest' })
  composer.insertMarkdown(markdown).catch(() => location.assign(post.link.href))
  return true
}

function quotableSelection() {
  const selection = getSelection()
  const post = selection && !selection.isCollapsed && composerOnPage() ? postOfText(startOf(selection)) : null
  const selected = post && selectedIn(post)
  if (!selection || !post || !selected) return null
  return { range: selection.getRangeAt(0), words: post.link.textContent ?? '', use: () => quote(post, selected) }
}

const startOf = (selection: Selection): Node => selection.getRangeAt(0).startContainer

/** The form was filled on the way here: the address need not do it again. */
function goOnBelowQuote(): void {
  const url = new URL(location.href)
  const composer = composerOnPage()
  if (!composer || !url.searchParams.has('quote')) return
  url.searchParams.delete('quote')
  history.replaceState(history.state, '', url)
  whenLoaded(() => composer.querySelector('textarea')?.focus())
}

/** Before that the browser does the same on a page that it visits itself. */
function whenLoaded(run: () => void): void {
  if (document.readyState === 'complete') run()
  else addEventListener('load', () => requestAnimationFrame(run), { once: true })
}
