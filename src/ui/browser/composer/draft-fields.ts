export type Fields = Readonly<Record<string, string | readonly string[]>>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person fills in; not tokens, files, passwords, buttons or what is asked about masking. */
function controlsOf(form: HTMLFormElement | null): Control[] {
  const controls = [...(form?.elements ?? [])].filter((one) => one instanceof HTMLElement) as Control[]
  return controls.filter(({ name, type, tagName }) => {
    if (!/^[a-z][\w-]{0,40}$/i.test(name) || name === 'keep' || name === 'checked') return false
    return tagName !== 'INPUT'
      ? /^(TEXTAREA|SELECT)$/.test(tagName)
      : /^(text|search|url|email|tel|number|date)$/.test(type)
  })
}

/** What would be sent now; what another choice would show again stays out of it. */
export function fieldsOf(form: HTMLFormElement | null): Fields {
  const shown = controlsOf(form).filter((control) => !control.matches(':disabled'))
  return Object.fromEntries(shown.map((control) => [control.name, control.value]))
}

/** Empty ones are left out, except the text itself: an emptied text is a change too. */
export function changedFields(fields: Fields, text: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => value.length > 0 || name === text))
}

/** Puts kept values back where nothing else was filled in, except the text, which has its own surface. */
export function fill(form: HTMLFormElement | null, fields: Fields, text: string, always = false) {
  for (const control of controlsOf(form)) {
    const kept = fields[control.name]
    if (control.name === text || typeof kept !== 'string' || kept === control.value) continue
    if (!always && control.value !== '') continue
    if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === kept)) continue
    set(control, kept)
  }
}

export function empty(form: HTMLFormElement | null, text: string) {
  for (const control of controlsOf(form)) if (control.name !== text) set(control, '')
}

/** Other parts of the form may hang on what is chosen. */
function set(control: Control, value: string) {
  control.value = value
  if (control instanceof HTMLSelectElement) control.dispatchEvent(new Event('change', { bubbles: true }))
}
