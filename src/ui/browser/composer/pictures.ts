import { announce } from '../announce.ts'
import type { Desk } from './desk.ts'
import { inside } from './parts.ts'
import { postJson, type Sent, sendFile } from './requests.ts'

const MOST_BYTES = 8 * 1024 * 1024

/** Pictures on their way into the text: chosen, pasted or dropped. A failure says why and takes nothing away. */
export class Pictures {
  readonly #desk: Desk
  readonly #list: HTMLElement
  readonly #input: HTMLInputElement | undefined
  #sending = 0

  constructor(desk: Desk) {
    this.#desk = desk
    this.#list = desk.parts.put('pictures', desk.host)
    if (desk.parts.find('file')) this.#input = desk.parts.put('file', desk.host) as HTMLInputElement
    this.#input?.addEventListener('change', () => this.#chosen())
  }

  get areSending(): boolean {
    return this.#sending > 0
  }

  choose() {
    if (this.#input) this.#input.click()
    else this.#desk.tell(this.#desk.parts.words('signin'))
  }

  add(files: readonly File[]) {
    if (!this.#input) return this.#desk.tell(this.#desk.parts.words('signin'))
    for (const file of files) this.#send(file, this.#row(file))
  }

  clear() {
    this.#list.replaceChildren()
    this.#list.hidden = true
  }

  #chosen() {
    this.add([...(this.#input?.files ?? [])])
    if (this.#input) this.#input.value = ''
  }

  #row(file: File): HTMLElement {
    const row = this.#desk.parts.make('picture')
    const address = URL.createObjectURL(file)
    inside<HTMLImageElement>(row, 'thumb').src = address
    inside(row, 'name').textContent = file.name || ''
    inside(row, 'remove').addEventListener('click', () => this.#remove(row, address))
    inside(row, 'again').addEventListener('click', () => this.#send(file, row))
    row.addEventListener('input', (event) => event.stopPropagation())
    this.#list.append(row)
    this.#list.hidden = false
    return row
  }

  async #send(file: File, row: HTMLElement): Promise<void> {
    const bar = inside<HTMLProgressElement>(row, 'progress')
    bar.hidden = false
    bar.value = 0
    inside(row, 'problem').hidden = true
    inside(row, 'again').hidden = true
    if (file.size > MOST_BYTES) return this.#fail(row, { status: 413, answer: {} }, false)
    this.#sending++
    const { done, stop } = sendFile(this.#desk.form, '/attachments', file, (percent) => {
      bar.value = percent
    })
    inside(row, 'remove').addEventListener('click', stop, { once: true })
    const sent = await done
    this.#sending--
    if (!row.isConnected) return
    if (sent.status === 201) this.#arrived(row, sent.answer as { url: string; id: string })
    else this.#fail(row, sent, sent.status !== 422)
  }

  /** The picture is in the text at once; what it shows may be told in one's own time. */
  #arrived(row: HTMLElement, { url, id }: { url: string; id: string }) {
    inside(row, 'progress').hidden = true
    inside(row, 'name').hidden = true
    const label = inside(row, 'alt')
    const alt = inside<HTMLInputElement>(label, 'input')
    label.hidden = false
    this.#desk.write((surface) => surface.insertPicture({ url, alt: '' }))
    alt.addEventListener('input', () => this.#desk.surface.describePicture({ url, alt: alt.value }))
    alt.addEventListener('change', () => {
      postJson(this.#desk.form, `/attachments/${id}/alt`, { alt: alt.value }).catch(() => {})
    })
    alt.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      this.#desk.surface.focus()
    })
    announce(label.textContent ?? '')
  }

  #fail(row: HTMLElement, { status, answer }: Sent, mayTryAgain: boolean) {
    const { parts } = this.#desk
    const words: Record<number, string> = { 0: 'network', 413: 'toolarge', 429: 'toomany' }
    const problem = inside(row, 'problem')
    inside(row, 'progress').hidden = true
    problem.textContent = typeof answer.problem === 'string' ? answer.problem : parts.words(words[status] ?? 'failed')
    problem.hidden = false
    inside(row, 'again').hidden = !mayTryAgain
    announce(problem.textContent)
  }

  #remove(row: HTMLElement, address: string) {
    const hadFocus = row.contains(document.activeElement)
    row.remove()
    URL.revokeObjectURL(address)
    this.#list.hidden = this.#list.childElementCount === 0
    if (hadFocus) this.#desk.surface.focus()
  }
}
