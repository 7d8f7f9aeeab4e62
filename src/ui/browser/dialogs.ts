/** `a[data-opens]` opens that dialog instead of going to the page with the same form. */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>('[data-opens]')
    const dialog = link && document.getElementById(link.dataset.opens ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    event.preventDefault()
    dialog.showModal()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLDialogElement && target.open) target.close()
  })
}
