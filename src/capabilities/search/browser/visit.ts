const WORDS = 'onderling-words'
const ASKED = 'onderling-helpfulness'
const JOURNEY = 'onderling-journey'

/** What was typed last, for as long as the tab is open: "ask it here" then keeps the words. */
export function rememberWords(words: string): void {
  keep(WORDS, words.trim().slice(0, 200))
}

/** Whoever came to the results by their address searched for what stands in it. */
export function rememberSearch(): void {
  const words = location.pathname === '/search' && new URLSearchParams(location.search).get('q')
  if (words) rememberWords(words)
}

/** "Did this solve it?" is asked once per visit, and both taps carry the same number made by chance. */
export function prepareHelpfulness(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once-per-visit]:not([data-prepared])')) {
    if (kept(ASKED)) {
      form.closest('turbo-frame')?.remove()
      continue
    }
    form.setAttribute('data-prepared', '')
    addHidden(form, 'journey', journey())
    addHidden(form, 'words', kept(WORDS))
    form.addEventListener('submit', () => keep(ASKED, '1'))
  }
}

function journey(): string {
  const before = kept(JOURNEY)
  if (before) return before
  const made = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
  keep(JOURNEY, made)
  return made
}

function addHidden(form: HTMLFormElement, name: string, value: string): void {
  if (value === '') return
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name, value })
  form.append(input)
}

// Where a browser keeps nothing, both still work: asked again, without the words.
function kept(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value)
  } catch {
    // Private windows may refuse.
  }
}
