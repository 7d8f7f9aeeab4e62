import type { Desk } from './desk.ts'
import { inside } from './parts.ts'
import { postJson } from './requests.ts'

interface FoundDetail {
  readonly kind: string
  readonly text: string
  readonly label: string
}

const PAUSE = 700
/** Without one of these there is nothing to find, and nothing needs to be asked. */
const PERHAPS = /\d(?:[\s().–-]*\d){4}|@|apenstaart|\bat\b/i

/** Tells while somebody types which personal details will be made unreadable, and lets them keep their own. */
export class DetailsNote {
  readonly #desk: Desk
  readonly #note: HTMLElement
  readonly #checked: HTMLInputElement
  #timer: ReturnType<typeof setTimeout> | undefined
  #seen = ''

  constructor(desk: Desk) {
    this.#desk = desk
    this.#note = desk.parts.put('details', desk.host)
    this.#checked = Object.assign(document.createElement('input'), { type: 'hidden', name: 'checked', value: 'true' })
    this.#note.append(this.#checked)
    this.#checked.disabled = true
    if (desk.field.value) this.look()
  }

  look() {
    const text = this.#text()
    if (text === this.#seen) return
    // What was shown no longer covers what is there.
    this.#checked.disabled = true
    clearTimeout(this.#timer)
    if (!PERHAPS.test(text)) return this.#show([], text)
    this.#timer = setTimeout(() => this.#ask(), PAUSE)
  }

  async #ask(): Promise<void> {
    const text = this.#text()
    try {
      const response = await postJson(this.#desk.form, '/text/check', { text }, { signal: this.#desk.signal })
      if (!response.ok || text !== this.#text()) return
      this.#show(((await response.json()) as { details: FoundDetail[] }).details, text)
    } catch {
      // The server asks again before it stores anything.
    }
  }

  #show(details: readonly FoundDetail[], text: string) {
    this.#seen = text
    const field = this.#desk.host.closest('.composer-field')
    const kept = [...(field?.querySelectorAll<HTMLInputElement>('input[name="keep"]:checked') ?? [])].map(
      (box) => box.value,
    )
    // What the server asked on this page is asked here from now on.
    const asked = field?.querySelector('[data-details]:not([hidden])')
    if (asked && this.#isSame(asked, details)) return
    asked?.remove()
    if (this.#isSame(this.#note, details)) {
      this.#checked.disabled = details.length === 0
      return
    }
    inside(this.#note, 'list').replaceChildren(...details.map((detail, at) => this.#row(detail, at, kept)))
    this.#note.hidden = details.length === 0
    this.#checked.disabled = details.length === 0
    inside(this.#note, 'title').textContent = details.length
      ? this.#desk.parts.words(details.length === 1 ? 'one' : 'more')
      : ''
  }

  #isSame(box: Element, details: readonly FoundDetail[]): boolean {
    const shown = [...box.querySelectorAll<HTMLInputElement>('input[name="keep"]')].map((input) => input.value)
    return shown.length === details.length && details.every((detail) => shown.includes(detail.text))
  }

  #row({ text, label }: FoundDetail, at: number, kept: readonly string[]): HTMLElement {
    const row = this.#desk.parts.make('detail')
    const box = row.querySelector('input') as HTMLInputElement
    box.id = `${this.#desk.host.id}-keep-${at}`
    box.value = text
    box.checked = kept.includes(text)
    row.querySelector('label')?.setAttribute('for', box.id)
    inside(row, 'text').textContent = text
    inside(row, 'kind').textContent = label
    return row
  }

  /** The title is masked as the text is. */
  #text(): string {
    const title = this.#desk.form?.elements.namedItem('title')
    const above = title instanceof HTMLInputElement ? title.value : ''
    return [above, this.#desk.field.value].filter(Boolean).join('\n\n')
  }
}
