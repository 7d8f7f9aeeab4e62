/** What is selected, and what to do when the button is pressed. */
export interface Offer {
  readonly range: Range
  readonly words: string
  readonly use: () => void
}

const PAUSE = 250
const GAP = 8

/** A button below what somebody selected. Who selects by keyboard has the same in the row of the post. */
export class QuoteButton {
  #button: HTMLButtonElement | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Once the selecting has come to rest. */
  offerSoon(find: () => Offer | null): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const offer = find()
      if (offer) this.#show(offer)
      else this.hide()
    }, PAUSE)
  }

  hide(): void {
    this.#button?.remove()
    this.#button = undefined
  }

  #show({ range, words, use }: Offer): void {
    this.hide()
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-small quote-button'
    button.textContent = words
    // The selection stays while it is pressed.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      this.hide()
      use()
    })
    document.querySelector('main')?.append(button)
    this.#button = button
    placeBelow(button, range)
  }
}

/** Below, where the menu that phones show of their own does not cover it, and never beyond the edge. */
function placeBelow(button: HTMLElement, range: Range): void {
  const end = [...range.getClientRects()].at(-1)
  const room = button.offsetParent?.getBoundingClientRect()
  if (!end || !room) return
  const widest = document.documentElement.clientWidth - button.offsetWidth - GAP
  const left = Math.min(Math.max(GAP, end.right - button.offsetWidth / 2), widest)
  button.style.left = `${left - room.left}px`
  button.style.top = `${end.bottom + GAP - room.top}px`
}
