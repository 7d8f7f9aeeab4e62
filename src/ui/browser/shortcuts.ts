/** "/" goes to the one box, as long as one is not writing. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target)) return
    const box = [...document.querySelectorAll<HTMLInputElement>('[data-one-box]')].find((one) => one.offsetParent)
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
