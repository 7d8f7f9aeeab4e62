import type { Desk } from './desk.ts'
import { inside } from './parts.ts'

/** Asks for the address of a link, below the buttons; the text stays in sight. */
export class LinkPanel {
  readonly #desk: Desk
  readonly #panel: HTMLElement
  readonly #input: HTMLInputElement

  constructor(desk: Desk) {
    this.#desk = desk
    this.#panel = desk.parts.put('link', desk.host)
    desk.host.querySelector('.composer-bar')?.after(this.#panel)
    this.#input = inside<HTMLInputElement>(this.#panel, 'input')
    inside(this.#panel, 'apply').addEventListener('click', () => this.#apply())
    inside(this.#panel, 'remove').addEventListener('click', () => this.#close((surface) => surface.removeLink()))
    inside(this.#panel, 'close').addEventListener('click', () => this.#close(() => {}))
    this.#panel.addEventListener('keydown', (event) => this.#keys(event))
    desk.host.addEventListener('composer:link', () => this.open(), { signal: desk.signal })
  }

  async open(): Promise<void> {
    await this.#desk.openEditor()
    this.#input.value = this.#desk.surface.linkAddress()
    inside(this.#panel, 'remove').hidden = this.#input.value === ''
    this.#panel.hidden = false
    this.#input.focus()
  }

  #keys(event: KeyboardEvent) {
    if (event.key === 'Escape') this.#close(() => {})
    else if (event.key === 'Enter' && event.target === this.#input) this.#apply()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #apply() {
    const address = addressOf(this.#input.value)
    if (address) this.#close((surface) => surface.insertLink(address))
    else this.#input.focus()
  }

  #close(work: Parameters<Desk['write']>[0]) {
    this.#panel.hidden = true
    this.#desk.write((surface) => {
      surface.focus()
      work(surface)
    })
  }
}

function addressOf(typed: string): string | undefined {
  const address = typed.trim()
  if (/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))\S+$/i.test(address)) return address
  return /^[^\s/:]+\.[^\s]+$/.test(address) ? `https://${address}` : undefined
}
