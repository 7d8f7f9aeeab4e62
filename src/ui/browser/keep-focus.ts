/** A button that goes when it is pressed leaves the keyboard at what it stood in, not at the top of the page. */
export function keepFocus(): void {
  let around: string[] = []
  document.addEventListener('turbo:submit-start', ({ target }) => {
    around = target instanceof Element && target.contains(document.activeElement) ? idsAround(target) : []
  })
  document.addEventListener('turbo:load', () => {
    const places = [location.hash.slice(1), ...around]
    around = []
    if (places.length === 1 || document.activeElement !== document.body) return
    const place = places.map((id) => document.getElementById(id)).find((found) => found !== null)
    if (!place) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  })
}

/** The nearest first. */
function idsAround(element: Element): string[] {
  const ids: string[] = []
  for (let one: Element | null = element; one; one = one.parentElement) if (one.id) ids.push(one.id)
  return ids
}
