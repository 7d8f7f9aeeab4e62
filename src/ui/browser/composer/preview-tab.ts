import { announce } from '../announce.ts'
import type { Desk } from './desk.ts'
import { postJson } from './requests.ts'

/** Shows the text as the server will store it, in the place of the text itself. */
export class PreviewTab {
  readonly #desk: Desk
  readonly #panel: HTMLElement

  constructor(desk: Desk) {
    this.#desk = desk
    this.#panel = desk.parts.put('preview', desk.host)
  }

  async toggle() {
    if (!this.#panel.hidden) {
      this.hide()
      return this.#desk.surface.focus()
    }
    const html = await renderedText(this.#desk, this.#desk.field.value)
    if (html === null) return this.#desk.tell(this.#desk.parts.words('failed'))
    this.#panel.innerHTML = html
    this.#show(true)
    this.#panel.focus()
    announce(this.#panel.getAttribute('aria-label') ?? '')
  }

  hide() {
    if (!this.#panel.hidden) this.#show(false)
  }

  #show(shown: boolean) {
    this.#panel.hidden = !shown
    this.#desk.host.toggleAttribute('data-previewing', shown)
    this.#desk.host.querySelector('[data-do="preview"]')?.setAttribute('aria-pressed', String(shown))
  }
}

/** The HTML that this Markdown becomes; null when the server could not be asked. */
export async function renderedText({ form, host }: Desk, text: string): Promise<string | null> {
  const kept = [
    ...(host.closest('.composer-field')?.querySelectorAll<HTMLInputElement>('input[name="keep"]:checked') ?? []),
  ]
  try {
    const response = await postJson(form, '/text/preview', { text, keep: kept.map((box) => box.value) })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}
