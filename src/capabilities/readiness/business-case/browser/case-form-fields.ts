/** What follows at once from a click in the form: which numbers a kind of range has, which objectives are counted. */
export function startTyping(form: HTMLFormElement, texts: Readonly<Record<string, string>>, signal: AbortSignal): void {
  form.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLSelectElement && target.name.endsWith('.kind')) showKind(target, texts)
      if (target instanceof HTMLInputElement && target.name === 'objectives') showGroup(target)
    },
    { signal },
  )
}

function showKind(select: HTMLSelectElement, texts: Readonly<Record<string, string>>): void {
  const row = select.closest<HTMLElement>('[data-input]')
  if (!row) return
  row.dataset.kind = select.value
  for (const part of ['low', 'mode', 'high']) {
    const label = row.querySelector(`.case-number-${part} [data-label]`)
    if (label) label.textContent = texts[`business-case.page.part.${select.value}.${part}`] ?? ''
  }
}

function showGroup(box: HTMLInputElement): void {
  box.closest('[data-group]')?.classList.toggle('case-group-off', !box.checked)
}
