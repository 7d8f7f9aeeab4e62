import type { Desk } from './desk.ts'
import type { Tool } from './surface.ts'

const tools: readonly string[] = ['bold', 'italic', 'list', 'numbers', 'quote', 'code'] satisfies Tool[]

/** One stop for the Tab key; the arrows go from button to button. */
export class Toolbar {
  readonly #desk: Desk
  readonly #buttons: HTMLButtonElement[]

  constructor(desk: Desk, bar: HTMLElement, deeds: Readonly<Record<string, () => void>>) {
    this.#desk = desk
    const row = bar.querySelector('[role="toolbar"]') as HTMLElement
    this.#buttons = [...row.querySelectorAll('button')]
    this.#stopAt(this.#buttons[0])
    // The text keeps its selection while a button is pressed with the mouse.
    bar.addEventListener('mousedown', (event) => event.preventDefault())
    bar.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>('[data-do]')
      if (button) this.#press(button.dataset.do ?? '', deeds)
    })
    row.addEventListener('keydown', (event) => this.#walk(event))
    row.addEventListener('focusin', ({ target }) => this.#stopAt(target as HTMLButtonElement))
  }

  /** Which of them hold where the cursor is. */
  refresh() {
    for (const button of this.#buttons) {
      if (!button.hasAttribute('aria-pressed')) continue
      button.setAttribute('aria-pressed', String(this.#desk.surface.active(button.dataset.do as Tool)))
    }
  }

  #press(name: string, deeds: Readonly<Record<string, () => void>>) {
    if (tools.includes(name)) this.#desk.write((surface) => surface.apply(name as Tool))
    else deeds[name]?.()
  }

  #walk(event: KeyboardEvent) {
    const at = this.#buttons.indexOf(event.target as HTMLButtonElement)
    const last = this.#buttons.length - 1
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    this.#buttons[next]?.focus()
  }

  #stopAt(chosen: HTMLButtonElement | undefined) {
    for (const button of this.#buttons) button.tabIndex = button === chosen ? 0 : -1
  }
}
