/** `form[data-auto-submit]`: a choice in it takes effect at once; without scripts there is a button. */
export function submitOnChange(): void {
  document.addEventListener('change', ({ target }) => {
    const form = target instanceof HTMLElement && target.closest<HTMLFormElement>('form[data-auto-submit]')
    if (form) form.requestSubmit()
  })
}
