/** Colours the page in the hue of the slider, with the very stylesheet that saving would bring. */
export class HuePreview extends HTMLElement {
  #waiting: number | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#slide)
    this.addEventListener('click', this.#choose)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting)
    this.removeEventListener('input', this.#slide)
    this.removeEventListener('click', this.#choose)
    for (const link of previews()) link.remove()
  }

  #slide = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.name === 'hue') this.#showSoon(target.value)
  }

  #choose = (event: MouseEvent): void => {
    const sample = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hue]') : null
    const slider = this.querySelector<HTMLInputElement>('input[name="hue"]')
    if (!sample?.dataset.hue || !slider || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    slider.value = sample.dataset.hue
    this.#showSoon(slider.value)
  }

  #showSoon(hue: string): void {
    clearTimeout(this.#waiting)
    this.#waiting = window.setTimeout(() => this.#show(hue), 60)
  }

  #show(hue: string): void {
    const before = previews()
    const link = document.createElement('link')
    Object.assign(link, { rel: 'stylesheet', href: `${this.dataset.source ?? ''}${Number(hue)}.css` })
    link.dataset.huePreview = ''
    link.dataset.turboTrack = 'dynamic'
    // The one before goes only when the new one is there, so that the page never stands without colours.
    link.addEventListener('load', () => {
      for (const old of before) old.remove()
    })
    document.head.append(link)
  }
}

const previews = () => [...document.querySelectorAll<HTMLLinkElement>('link[data-hue-preview]')]
