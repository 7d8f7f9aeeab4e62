import { whenPageChanges } from './page-ready.ts'

/** What stands behind the # of an address is found, also after a form, and stands out as it does without scripts. */
export function goToAnchors(): void {
  document.addEventListener('turbo:before-fetch-response', bringAnchorBack)
  document.addEventListener('turbo:load', findPlace)
  whenPageChanges(markPlace)
}

/** A script that follows a redirect loses the anchor; where a form leads to one, it comes along as `at`. */
function bringAnchorBack(event: Event): void {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse: { readonly location: URL } }>).detail
  const { location: address } = fetchResponse
  const at = address.searchParams.get('at')
  if (!at) return
  address.searchParams.delete('at')
  address.hash = at
  Object.defineProperty(fetchResponse, 'location', { value: address })
}

let shown = ''

function findPlace(): void {
  shown = location.hash.slice(1)
  const place = document.getElementById(shown)
  // Whoever pressed a button that is still there stays at it.
  if (place?.contains(document.activeElement)) shown = ''
  else if (document.activeElement === document.body) place?.scrollIntoView()
  markPlace()
}

/** Once more after each change: what is drawn anew does not know of it. */
function markPlace(): void {
  for (const before of document.querySelectorAll('[data-at]'))
    if (before.id !== shown) before.removeAttribute('data-at')
  document.getElementById(shown)?.setAttribute('data-at', '')
}
