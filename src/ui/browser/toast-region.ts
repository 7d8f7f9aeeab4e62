type Words = 'dismiss' | 'offline' | 'failed' | 'copied'

interface ToastLooks {
  tone?: 'info' | 'success' | 'warn' | 'danger'
}

const staysFor = 6000

/** Shows a short message; it is read out, and never takes the focus. */
export function toast(words: string, { tone = 'success' }: ToastLooks = {}): void {
  const list = document.querySelector('toast-region .toasts-list')
  if (!list || !words) return
  for (const same of list.querySelectorAll('[data-toast]')) if (same.firstChild?.textContent === words) same.remove()
  const box = document.createElement('div')
  box.className = `toast toast-${tone}`
  box.dataset.toast = ''
  const text = document.createElement('p')
  text.textContent = words
  box.append(text)
  list.append(box)
}

/** The region brings the sentences of scripts in the language of the page. */
export function wordsFor(name: Words): string {
  return document.querySelector<HTMLElement>('toast-region')?.dataset[name] ?? ''
}

/** Gives each message a cross, and takes it away after a while unless something can be done about it. */
class ToastRegion extends HTMLElement {
  #watch = new MutationObserver(() => this.#dress())

  connectedCallback() {
    this.#watch.observe(this, { childList: true, subtree: true })
    this.#dress()
  }

  disconnectedCallback() {
    this.#watch.disconnect()
  }

  #dress() {
    for (const box of this.querySelectorAll<HTMLElement>('[data-toast]:not([data-dressed])')) {
      box.dataset.dressed = ''
      box.append(this.#cross(box))
      if (!box.querySelector('form')) leaveLater(box)
    }
  }

  #cross(box: HTMLElement): HTMLButtonElement {
    const cross = document.createElement('button')
    cross.type = 'button'
    cross.textContent = '×'
    cross.setAttribute('aria-label', this.dataset.dismiss ?? 'Dismiss')
    cross.addEventListener('click', () => box.remove())
    return cross
  }
}

// Who is reading it, or has the focus in it, keeps it.
function leaveLater(box: HTMLElement): void {
  setTimeout(() => (box.matches(':hover, :focus-within') ? leaveLater(box) : box.remove()), staysFor)
}

export function defineToastRegion(): void {
  if (!customElements.get('toast-region')) customElements.define('toast-region', ToastRegion)
}
