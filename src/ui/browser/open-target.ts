/** A link to a folded form on the same page opens it and puts the cursor in it; without scripts it leads to it. */
export function openTargets(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    const folded = link && document.getElementById(link.hash.slice(1))
    if (!(folded instanceof HTMLDetailsElement)) return
    event.preventDefault()
    folded.open = true
    folded.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus()
  })
}
