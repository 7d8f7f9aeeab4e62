import type { Desk } from './desk.ts'
import { Options } from './options.ts'
import { inside } from './parts.ts'
import { getJson } from './requests.ts'

interface FoundQuestion {
  readonly title: string
  readonly path: string
}

const PAUSE = 300

/** Searches the questions there are, and puts a link to the chosen one into the text. */
export class QuestionPanel {
  readonly #desk: Desk
  readonly #panel: HTMLElement
  readonly #input: HTMLInputElement
  readonly #options: Options<FoundQuestion>
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  constructor(desk: Desk) {
    this.#desk = desk
    this.#panel = desk.parts.put('question', desk.host)
    desk.host.querySelector('.composer-bar')?.after(this.#panel)
    this.#input = inside<HTMLInputElement>(this.#panel, 'input')
    this.#options = new Options(
      inside(this.#panel, 'options'),
      () => this.#input,
      (chosen) => this.#insert(chosen),
    )
    this.#input.addEventListener('input', (event) => this.#searchSoon(event))
    this.#panel.addEventListener('keydown', (event) => this.#keys(event))
    inside(this.#panel, 'close').addEventListener('click', () => this.#close())
  }

  async open(): Promise<void> {
    await this.#desk.openEditor()
    this.#panel.hidden = false
    this.#input.value = ''
    this.#options.hide()
    this.#input.focus()
  }

  #keys(event: KeyboardEvent) {
    if (this.#options.key(event)) return
    if (event.key === 'Enter' && event.target === this.#input) event.preventDefault()
    if (event.key !== 'Escape') return
    event.preventDefault()
    this.#close()
  }

  #searchSoon(event: Event) {
    // What is searched here is not part of the form.
    event.stopPropagation()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#search(), PAUSE)
  }

  async #search() {
    this.#asked?.abort()
    this.#asked = new AbortController()
    const words = this.#input.value.trim()
    if (words.length < 2) return this.#options.hide()
    const path = `/text/questions?q=${encodeURIComponent(words)}`
    const found = await getJson<{ questions: FoundQuestion[] }>(path, this.#asked.signal)
    if (found && !this.#panel.hidden) this.#options.show(found.questions, drawQuestion)
  }

  #insert({ path, title }: FoundQuestion) {
    this.#panel.hidden = true
    this.#desk.write((surface) => {
      surface.focus()
      surface.insertLink(path, title)
    })
  }

  #close() {
    this.#panel.hidden = true
    this.#options.hide()
    this.#desk.surface.focus()
  }
}

function drawQuestion({ title }: FoundQuestion, option: HTMLElement) {
  option.textContent = title
}
