/** `button[data-print]`: the browser's own way of printing. Without scripts the button is not shown. */
export function startPrintButtons(): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button[data-print]')) print()
  })
}
