import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { RenderedPage } from './sharing/rendered-page.ts'
import { renderApart } from './sharing/shared.tsx'

/** A whole document. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`
}

/** The same, to be sent in bytes. */
export const renderForSending = (page: VNode): RenderedPage => renderApart(() => renderPage(page))

/** A part of a page, rendered by the same component as the page itself. */
export function renderFragment(part: VNode): string {
  return render(part)
}
