import { whenPageChanges } from './page-ready.ts'

/** A form that came back with problems: the summary of them gets the focus, once. */
export function focusProblems(): void {
  whenPageChanges(() => {
    const summary = document.querySelector<HTMLElement>('[data-focus]')
    if (!summary) return
    summary.removeAttribute('data-focus')
    summary.focus()
  })
}
