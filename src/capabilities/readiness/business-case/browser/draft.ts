import type { Language } from '#platform/i18n/languages.ts'
import { spelled, typedNumber } from '../typed-number.ts'

/** What stands in the form, kept in this tab: a wrong file, another language or another page does not cost it. */
interface Draft {
  readonly language: Language
  readonly pairs: readonly (readonly [name: string, value: string])[]
}

const KEY = 'onderling-business-case'

export function keepDraft(form: HTMLFormElement, language: Language): void {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  const draft: Draft = { language, pairs: pairs.filter(([name]) => !name.startsWith('_')) }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing keeps this neither.
  }
}

/** Puts back what stood here; numbers in the notation of the language that the page has now. */
export function restoreDraft(form: HTMLFormElement, language: Language): void {
  const draft = keptDraft()
  if (!draft) return
  const values = new Map(draft.pairs.filter(([name]) => name !== 'objectives'))
  const objectives = draft.pairs.filter(([name]) => name === 'objectives').map(([, value]) => value)
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.name === 'objectives') {
      element.checked = objectives.includes(element.value)
    } else if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
      const value = values.get(element.name)
      if (value !== undefined && !element.name.startsWith('_'))
        element.value = respelled(value, draft.language, language)
    } else continue
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function keptDraft(): Draft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Draft | null
    return Array.isArray(draft?.pairs) ? draft : null
  } catch {
    return null
  }
}

/** What does not read in the one language is left as it is, and asked about in the other. */
function respelled(value: string, from: Language, to: Language): string {
  const read = from === to ? null : typedNumber(value, from)
  return read && 'value' in read ? spelled(read.value, to) : value
}
