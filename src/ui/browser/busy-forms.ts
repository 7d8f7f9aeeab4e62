/** A form on its way cannot be sent again, and its button shows that it is busy when it takes a while. */
export function markBusyForms(): void {
  document.addEventListener('submit', refuseSecond, { capture: true })
  document.addEventListener('turbo:submit-start', ({ target }) => busy(target as HTMLFormElement))
  document.addEventListener('turbo:submit-end', ({ target }) => ready(target as HTMLFormElement))
  // Back from the browser's own cache, a form is as it was left: busy.
  addEventListener('pageshow', () => {
    for (const form of document.forms) ready(form)
  })
}

function refuseSecond(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  if (form.method === 'dialog' || form.method === 'get') return
  if (form.dataset.sending !== undefined) event.preventDefault()
  else if (form.dataset.turbo === 'false') busy(form)
}

function busy(form: HTMLFormElement): void {
  form.dataset.sending = ''
  setTimeout(() => {
    if (form.dataset.sending !== undefined) buttonOf(form)?.setAttribute('data-busy', '')
  }, 300)
}

function ready(form: HTMLFormElement): void {
  delete form.dataset.sending
  buttonOf(form)?.removeAttribute('data-busy')
}

function buttonOf(form: HTMLFormElement): Element | null {
  return form.querySelector('button:not([type="button"])')
}
