/** Runs now and after every change of the page: a visit, a morph, a fragment. */
export function whenPageChanges(run: () => void): void {
  for (const event of ['turbo:load', 'turbo:render', 'turbo:frame-load', 'turbo:morph', 'page:changed']) {
    document.addEventListener(event, run)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true })
  else run()
}
