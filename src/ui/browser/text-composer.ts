import type { Desk } from './composer/desk.ts'

/**
 * A text field that becomes a composer. What that takes is loaded when the field comes into view, and the editor itself
 * only when somebody starts to write: readers load neither.
 */
export class TextComposer extends HTMLElement {
  #desk: Desk | undefined
  #starting: Promise<void> | undefined
  #view: IntersectionObserver | undefined

  connectedCallback() {
    this.querySelector('.composer-plain')?.remove()
    // Turbo moves this element from page to page: what is typed in it stays.
    if (this.#desk) return
    this.#view = new IntersectionObserver(([entry]) => entry?.isIntersecting && this.#start(), { rootMargin: '200px' })
    this.#view.observe(this)
    this.addEventListener('focusin', () => this.#start(), { once: true })
  }

  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected) return
      this.#view?.disconnect()
      this.#desk?.close()
      this.#desk = undefined
      this.#starting = undefined
    })
  }

  /** Puts it where somebody is writing, and the cursor below it. */
  async insertMarkdown(markdown: string): Promise<void> {
    await this.#start()
    await this.#desk?.insertMarkdown(markdown)
  }

  #start(): Promise<void> {
    this.#view?.disconnect()
    this.#starting ??= this.#open()
    return this.#starting
  }

  async #open() {
    const { Desk } = await import('./composer/desk.ts')
    if (this.isConnected) this.#desk = new Desk(this)
  }
}

export function defineTextComposer(): void {
  if (!customElements.get('text-composer')) customElements.define('text-composer', TextComposer)
  document.addEventListener('turbo:submit-end', forgetAfterSignOut)
}

// The next person at this computer must not find what was being written.
function forgetAfterSignOut({ target }: Event): void {
  if (!(target instanceof HTMLFormElement) || !target.hasAttribute('data-signs-out')) return
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('draft:')) localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
}
