import { announce } from '#ui/browser/announce.ts'
import { rememberWords } from './visit.ts'

const PAUSE_MS = 300
let boxes = 0

/**
 * The one box while somebody types: after a pause the questions that look alike appear below it, to be chosen with
 * arrows and Enter, or not at all: Enter alone sends the form, as it does without scripts.
 */
export class AskBox extends HTMLElement {
  #input: HTMLInputElement | null = null
  #panel: HTMLElement | null = null
  #pause: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | null = null
  #heard: AbortController | null = null
  #number = 0

  connectedCallback(): void {
    this.#input = this.querySelector('input[data-one-box]')
    if (!this.#input) return
    this.#number = ++boxes
    this.#heard = new AbortController()
    this.#bind(this.#input, this.#heard.signal)
  }

  disconnectedCallback(): void {
    this.#heard?.abort()
    this.#close()
    this.#panel?.remove()
    this.#panel = null
  }

  #bind(input: HTMLInputElement, signal: AbortSignal): void {
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', autocomplete: 'off' }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    input.setAttribute('aria-controls', this.#listId)
    input.addEventListener('input', () => this.#wait(), { signal })
    input.addEventListener('keydown', (event) => this.#press(event), { signal })
    input.addEventListener('focus', () => this.#panel?.querySelector('[data-href]') && this.#open(), { signal })
    this.addEventListener('focusout', ({ relatedTarget }) => this.contains(relatedTarget as Node) || this.#close(), {
      signal,
    })
    // Before the click the box would lose its focus, and the list would be gone.
    this.addEventListener('mousedown', (event) => this.#optionAt(event.target) && event.preventDefault(), { signal })
    this.addEventListener('click', ({ target }) => this.#choose(this.#optionAt(target)), { signal })
    input.form?.addEventListener('submit', () => rememberWords(input.value), { signal })
  }

  #wait(): void {
    clearTimeout(this.#pause)
    this.#request?.abort()
    if (this.#words.length < 2) this.#close()
    else this.#pause = setTimeout(() => void this.#ask(), PAUSE_MS)
  }

  async #ask(): Promise<void> {
    const request = new AbortController()
    this.#request = request
    try {
      const address = `/search/suggestions?q=${encodeURIComponent(this.#words)}`
      const response = await fetch(address, { signal: request.signal, headers: { accept: 'text/html' } })
      if (response.ok) this.#show(await response.text())
    } catch (problem) {
      // Suggestions are a courtesy: without them the form still works.
      if ((problem as DOMException).name !== 'AbortError') this.#close()
    }
  }

  #show(html: string): void {
    if (!this.contains(document.activeElement)) return
    const panel = this.#madePanel()
    panel.innerHTML = html
    const list = panel.querySelector('[role="listbox"]')
    if (!list || this.#options.length === 0) {
      this.#close()
      return
    }
    list.id = this.#listId
    this.#options.forEach((option, at) => {
      option.id = `${this.#listId}-${at + 1}`
    })
    this.#open()
    announce(list.getAttribute('data-said') ?? '')
  }

  #madePanel(): HTMLElement {
    if (this.#panel?.isConnected) return this.#panel
    this.#panel = document.createElement('div')
    this.#panel.className = 'suggestions-panel'
    this.append(this.#panel)
    return this.#panel
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape' && this.#isOpen) {
      event.preventDefault()
      this.#close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event)
    else if (event.key === 'Enter' && this.#isOpen && this.#selected) {
      event.preventDefault()
      this.#choose(this.#selected)
    }
  }

  #move(event: KeyboardEvent): void {
    const options = this.#options
    if (options.length === 0) return
    event.preventDefault()
    if (!this.#isOpen) this.#open()
    const at = this.#selected ? options.indexOf(this.#selected) : -1
    // One place more than there are options: past the last, and before the first, stands the box itself.
    const next = (at + 1 + (event.key === 'ArrowDown' ? 1 : options.length)) % (options.length + 1)
    this.#select(options[next - 1] ?? null)
  }

  #select(chosen: HTMLElement | null): void {
    for (const option of this.#options) option.setAttribute('aria-selected', String(option === chosen))
    if (chosen) this.#input?.setAttribute('aria-activedescendant', chosen.id)
    else this.#input?.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  #choose(option: HTMLElement | null): void {
    const href = option?.dataset.href
    if (!href) return
    rememberWords(this.#words)
    this.#close()
    visit(href)
  }

  #open(): void {
    if (this.#panel) this.#panel.hidden = false
    this.#input?.setAttribute('aria-expanded', 'true')
  }

  #close(): void {
    clearTimeout(this.#pause)
    this.#request?.abort()
    this.#select(null)
    if (this.#panel) this.#panel.hidden = true
    this.#input?.setAttribute('aria-expanded', 'false')
  }

  #optionAt(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('.suggestions-panel [data-href]') : null
  }

  get #words(): string {
    return (this.#input?.value ?? '').trim().slice(0, 200)
  }

  get #options(): HTMLElement[] {
    return [...(this.#panel?.querySelectorAll<HTMLElement>('[data-href]') ?? [])]
  }

  get #selected(): HTMLElement | null {
    return this.#options.find((option) => option.getAttribute('aria-selected') === 'true') ?? null
  }

  get #isOpen(): boolean {
    return this.#panel !== null && !this.#panel.hidden
  }

  get #listId(): string {
    return `suggestions-${this.#number}`
  }
}

/** A link that is clicked goes the way of every link of the page. */
function visit(href: string): void {
  const link = document.createElement('a')
  link.href = href
  document.body.append(link)
  link.click()
  link.remove()
}
