/** `details[data-menu]`: Escape, a press outside or opening another closes it; arrows move through its items. */
export function closeMenus(): void {
  document.addEventListener('click', ({ target }) => closeAllBut(target))
  document.addEventListener('focusin', ({ target }) => closeAllBut(target))
  document.addEventListener('keydown', onKey)
}

function closeAllBut(target: EventTarget | null): void {
  for (const menu of openMenus()) if (!(target instanceof Node && menu.contains(target))) menu.open = false
}

function onKey(event: KeyboardEvent): void {
  const menu = openMenus().find((open) => open.contains(document.activeElement))
  if (!menu) return
  if (event.key === 'Escape') {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = [...menu.querySelectorAll<HTMLElement>('.menu-item')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  items.at((at + step + (at < 0 && step < 0 ? 1 : 0)) % items.length)?.focus()
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')]
}
