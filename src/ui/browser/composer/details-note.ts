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
    this.#note.tabIndex = -1
    this.#checked.disabled = true
    if (desk.field.value) this.look()
  }

  look() {
    const text = this.#text()
    if (this.#asked) return this.#ask()
    if (text === this.#seen) return
    // What was shown no longer covers what is there.
    this.#checked.disabled = true
    clearTimeout(this.#timer)
    if (!PERHAPS.test(text)) return this.#show([], text)
    this.#timer = setTimeout(() => this.#ask(), PAUSE)
  }

  async #ask() {
    clearTimeout(this.#timer)
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
    const kept = this.#kept()
    const asked = this.#asked
    const hadFocus = asked?.contains(document.activeElement)
    asked?.remove()
    this.#checked.disabled = details.length === 0
    if (!this.#isShown(details)) this.#draw(details, kept)
    if (hadFocus) this.#note.focus()
  }

  /** What the server put beside the text when it was sent: from now on it is asked here. */
  get #asked(): Element | null {
    return this.#desk.host.closest('.composer-field')?.querySelector('[data-details]') ?? null
  }

  #kept(): string[] {
    const field = this.#desk.host.closest('.composer-field')
    const boxes = field?.querySelectorAll<HTMLInputElement>('input[name="keep"]:checked') ?? []
    return [...boxes].map((box) => box.value)
  }

  #draw(details: readonly FoundDetail[], kept: readonly string[]) {
    inside(this.#note, 'list').replaceChildren(...details.map((detail, at) => this.#row(detail, at, kept)))
    this.#note.hidden = details.length === 0
    inside(this.#note, 'title').textContent = details.length
      ? this.#desk.parts.words(details.length === 1 ? 'one' : 'more')
      : ''
  }

  #isShown(details: readonly FoundDetail[]): boolean {
    const shown = [...this.#note.querySelectorAll<HTMLInputElement>('input[name="keep"]')].map((input) => input.value)
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

  /** What is masked as the text is: the title, and what becomes part of the text when it is sent. */
  #text(): string {
    const beside = [...(this.#desk.form?.elements ?? [])].filter(
      (one) => one.matches('[name="title"], [data-part-of-text]') && !one.matches(':disabled'),
    ) as HTMLInputElement[]
    const [title = '', ...more] = beside.map(({ value }) => value)
    return [title, this.#desk.field.value, ...more].filter(Boolean).join('\n\n')
  }
}
