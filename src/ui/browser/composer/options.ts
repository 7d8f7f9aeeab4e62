/** A list to choose from while the focus stays in the text: arrows walk, Enter and Tab choose. */
export class Options<Choice> {
  readonly #list: HTMLElement
  readonly #owner: () => Element | null
  readonly #choose: (choice: Choice) => void
  #choices: readonly Choice[] = []
  #at = 0

  constructor(list: HTMLElement, owner: () => Element | null, choose: (choice: Choice) => void) {
    this.#list = list
    this.#owner = owner
    this.#choose = choose
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest('[role="option"]')
      if (option) this.#take([...list.children].indexOf(option))
    })
  }

  get isOpen(): boolean {
    return !this.#list.hidden
  }

  show(choices: readonly Choice[], draw: (choice: Choice, option: HTMLElement) => void) {
    this.#choices = choices
    this.#list.replaceChildren(...choices.map((choice, at) => this.#option(choice, at, draw)))
    this.#list.hidden = choices.length === 0
    this.#tellOpen()
    this.#moveTo(0)
  }

  hide() {
    this.#list.hidden = true
    this.#tellOpen()
    this.#owner()?.removeAttribute('aria-activedescendant')
  }

  /** Whether the key was for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false
    const last = this.#choices.length - 1
    if (event.key === 'ArrowDown') this.#moveTo(this.#at === last ? 0 : this.#at + 1)
    else if (event.key === 'ArrowUp') this.#moveTo(this.#at === 0 ? last : this.#at - 1)
    else if (event.key === 'Escape') this.hide()
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') this.#take(this.#at)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  #tellOpen() {
    const owner = this.#owner()
    if (owner?.getAttribute('role') === 'combobox') owner.setAttribute('aria-expanded', String(this.isOpen))
  }

  #take(at: number) {
    const choice = this.#choices[at]
    this.hide()
    if (choice !== undefined) this.#choose(choice)
  }

  #option(choice: Choice, at: number, draw: (choice: Choice, option: HTMLElement) => void): HTMLElement {
    const option = document.createElement('div')
    option.setAttribute('role', 'option')
    option.id = `${this.#list.id}-${at}`
    draw(choice, option)
    return option
  }

  #moveTo(at: number) {
    this.#at = at
    for (const [place, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(place === at))
      if (place !== at || !this.isOpen) continue
      option.scrollIntoView({ block: 'nearest' })
      this.#owner()?.setAttribute('aria-activedescendant', option.id)
    }
  }
}
