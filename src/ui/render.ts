import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { gatherBytes } from './shared.tsx'

/** A whole document. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`
}

/** The same as bytes, for sending. */
export const renderPageBytes = (page: VNode): Buffer => gatherBytes(() => renderPage(page))

/** A part of a page, rendered by the same component as the page itself. */
export function renderFragment(part: VNode): string {
  return render(part)
}
