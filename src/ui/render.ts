import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { withBytes } from './shared.tsx'

/** A whole document. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`
}

/** The same as bytes, for `use` to send or compress; they stand there only until it returns. */
export const withPageBytes = <Result>(page: VNode, use: (bytes: Buffer) => Result): Result =>
  withBytes(() => renderPage(page), use)

/** A part of a page, rendered by the same component as the page itself. */
export function renderFragment(part: VNode): string {
  return render(part)
}
