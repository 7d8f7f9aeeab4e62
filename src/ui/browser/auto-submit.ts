let isByKeys = false

/**
 * `form[data-auto-submit]`: a choice in it takes effect at once; without scripts there is a button. Whoever chooses by
 * keyboard passes other choices on the way, and presses that button too. What was left open stays out of the address,
 * and a page to go back to keeps the choices that it was made with.
 */
export function submitOnChange(): void {
  document.addEventListener('keydown', () => (isByKeys = true), true)
  document.addEventListener('pointerdown', () => (isByKeys = false), true)
  document.addEventListener('change', ({ target }) => isByKeys || formOf(target)?.requestSubmit())
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!formOf(target)) return
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
  })
  document.addEventListener('turbo:before-cache', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto-submit]')) form.reset()
  })
}

const formOf = (target: EventTarget | null) =>
  target instanceof HTMLElement ? target.closest<HTMLFormElement>('form[data-auto-submit]') : null
