/** The pieces that the server drew for this composer: `data-part` names them. Used ones are copies. */
export class Parts {
  readonly #template: DocumentFragment
  readonly #made: Element[] = []

  constructor(host: HTMLElement) {
    this.#template = host.querySelector('template')?.content ?? new DocumentFragment()
    // A page from Turbo's cache brings what was made before, without its behaviour.
    for (const made of host.querySelectorAll('[data-made]')) made.remove()
  }

  /** Undefined where this composer has no such part. */
  find(name: string): HTMLElement | undefined {
    return this.#template.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? undefined
  }

  make(name: string): HTMLElement {
    const part = this.find(name)
    if (!part) throw new Error(`The composer has no part "${name}"`)
    return document.importNode(part, true)
  }

  /** Into the composer itself, until it closes. */
  put(name: string, host: HTMLElement): HTMLElement {
    const part = this.make(name)
    part.dataset.made = ''
    this.#made.push(part)
    host.append(part)
    return part
  }

  /** A sentence in the language of the page. */
  words(name: string, values: Record<string, string | number> = {}): string {
    const words = this.find('words')?.getAttribute(`data-word-${name}`) ?? ''
    return words.replace(/\{(\w+)\}/g, (_, value) => String(values[value] ?? ''))
  }

  removeMade() {
    for (const made of this.#made) made.remove()
  }
}

/** One element within a part. */
export function inside<Kind extends HTMLElement = HTMLElement>(part: HTMLElement, name: string): Kind {
  const found = part.querySelector<Kind>(`[data-${name}]`)
  if (!found) throw new Error(`A part of the composer misses data-${name}`)
  return found
}
