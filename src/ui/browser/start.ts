import * as Turbo from '@hotwired/turbo'
import { toast, wordsFor } from './toast-region.ts'

/** Turbo does navigation, forms and morphing; this says what our pages expect of it. */
export function start(): void {
  Turbo.config.drive.progressBarDelay = 250
  // The button keeps its focus and its words while it is on its way.
  Turbo.config.forms.submitter = 'aria-disabled'
  document.addEventListener('turbo:submit-end', forgetAfterSignOut)
  document.addEventListener('turbo:fetch-request-error', () => toast(wordsFor('offline'), { tone: 'danger' }))
  document.addEventListener('turbo:frame-missing', showWholePage)
  document.addEventListener('turbo:before-cache', closeWhatFloats)
}

// Pages of a member must not come back from the cache after signing out.
function forgetAfterSignOut({ target }: Event): void {
  if (target instanceof HTMLFormElement && target.hasAttribute('data-signs-out')) Turbo.cache.clear()
}

// A frame that got something else, such as the sign-in page, becomes that page.
function showWholePage(event: Event): void {
  event.preventDefault()
  const { response, visit } = (event as CustomEvent).detail as { response: Response; visit: (url: string) => void }
  visit(response.url)
}

function closeWhatFloats(): void {
  for (const open of document.querySelectorAll('details[data-menu][open]')) open.removeAttribute('open')
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close()
  for (const shown of document.querySelectorAll('[data-toast]')) shown.remove()
}
