/** Puts in what was drawn anew. What somebody opened stays open, and the place where they are stays theirs. */
export function replacePart(place: Element | null, markup: string): void {
  if (!place) return
  const fresh = document.createElement('template')
  fresh.innerHTML = markup
  for (const { id } of place.querySelectorAll<HTMLDetailsElement>('details[open][id]')) {
    fresh.content.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '')
  }
  const focused = place.contains(document.activeElement) ? placeOf(place, document.activeElement) : null
  place.replaceChildren(fresh.content)
  if (focused)
    (place.querySelectorAll(focused.kind)[focused.at] as HTMLElement | undefined)?.focus({ preventScroll: true })
}

/** The same element in what is drawn anew: the one of its kind in the same place. */
function placeOf(place: Element, element: Element | null): { kind: string; at: number } | null {
  if (!element) return null
  const kind = element.localName
  return { kind, at: [...place.querySelectorAll(kind)].indexOf(element) }
}
