import { announce } from '#ui/browser/announce.ts'
import { whenPageChanges } from '#ui/browser/page-ready.ts'

/** `select[data-board-choice]`: what the chosen board asks is shown at once; what another asked is kept, not sent. */
export function showPromptsOfChoice(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.matches(CHOICE)) announce(show(target).join(' '))
  })
  whenPageChanges(() => {
    for (const choice of document.querySelectorAll<HTMLSelectElement>(CHOICE)) show(choice)
  })
}

const CHOICE = 'select[data-board-choice]'

/** What a person who listens is told about it. */
function show({ form, value }: HTMLSelectElement): string[] {
  const parts = [...(form?.querySelectorAll<HTMLElement>('[data-of-board]') ?? [])]
  for (const part of parts) {
    part.hidden = part.dataset.ofBoard !== value
    if (part instanceof HTMLFieldSetElement) part.disabled = part.hidden
  }
  return parts.filter((part) => !part.hidden).map((part) => part.dataset.said ?? part.textContent)
}
