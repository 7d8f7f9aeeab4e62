import { announce } from '../announce.ts'
import { DetailsNote } from './details-note.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { LinkPanel } from './link-panel.ts'
import { Parts } from './parts.ts'
import { Pictures } from './pictures.ts'
import { PlainSurface } from './plain-surface.ts'
import { PreviewTab } from './preview-tab.ts'
import { QuestionPanel } from './question-panel.ts'
import { openEditor } from './rich.ts'
import type { Surface } from './surface.ts'
import { Toolbar } from './toolbar.ts'

/** Everything around the text of one composer: buttons, draft, pictures, preview, what will be masked. */
export class Desk {
  readonly host: HTMLElement
  readonly field: HTMLTextAreaElement
  readonly parts: Parts
  surface: Surface
  readonly #leave = new AbortController()
  readonly #problem: HTMLElement
  readonly #toolbar: Toolbar
  readonly #draft: DraftKeeper
  readonly #details: DetailsNote
  readonly #pictures: Pictures
  readonly #preview: PreviewTab
  #opening: Promise<void> | undefined
  /** A text that was replaced while the editor was on its way has another turn. */
  #turn = 0

  constructor(host: HTMLElement) {
    this.host = host
    this.field = host.querySelector('textarea') as HTMLTextAreaElement
    this.parts = new Parts(host)
    for (const made of ['aria-hidden', 'tabindex']) this.field.removeAttribute(made)
    this.field.classList.remove('composer-behind')
    this.surface = new PlainSurface(this.field)
    const bar = this.parts.put('bar', host)
    host.prepend(bar)
    const link = new LinkPanel(this)
    const question = new QuestionPanel(this)
    this.#preview = new PreviewTab(this)
    this.#pictures = new Pictures(this)
    this.#problem = this.parts.put('problem', host)
    this.#details = new DetailsNote(this)
    this.#draft = new DraftKeeper(this)
    this.#toolbar = new Toolbar(this, bar, {
      link: () => link.open(),
      question: () => question.open(),
      picture: () => this.#pictures.choose(),
      preview: () => this.#preview.toggle(),
      mention: () => this.write((surface) => surface.insertText('@')),
    })
    this.#listen()
    host.dataset.ready = ''
    if (document.activeElement === this.field || this.field.value) this.openEditor()
  }

  /** Asked each time: on its way to another page the composer comes into another form. */
  get form(): HTMLFormElement | null {
    return this.field.form
  }

  get signal(): AbortSignal {
    return this.#leave.signal
  }

  /** The text changed: on the surface, or because a draft came back. */
  changed() {
    this.tell('')
    const over = this.field.value.length - Number(this.host.dataset.length)
    if (over > 0) this.tell(this.parts.words('length', { count: over }))
    this.#details.look()
    this.#draft.changed()
    this.#toolbar.refresh()
  }

  /** Says what went wrong, beside the text; nothing is taken away. */
  tell(words: string) {
    if (this.#problem.textContent === words) return
    this.#problem.textContent = words
    this.#problem.hidden = words === ''
  }

  refreshToolbar() {
    this.#toolbar.refresh()
  }

  addPictures(files: readonly File[]) {
    this.#pictures.add(files)
  }

  /** Buttons work as soon as they are there: the first use brings the editor. */
  async write(work: (surface: Surface) => void): Promise<void> {
    this.#preview.hide()
    await this.openEditor()
    work(this.surface)
    this.#toolbar.refresh()
  }

  /** What comes from elsewhere on the page, such as a quote: never before a draft that was there is back. */
  async insertMarkdown(markdown: string): Promise<void> {
    await this.#draft.restored
    await this.write((surface) => surface.insertMarkdown(markdown))
  }

  openEditor(): Promise<void> {
    this.#opening ??= this.#open()
    return this.#opening
  }

  /** Another text altogether, such as a draft: looked at anew before the editor takes it. */
  replaceText(markdown: string) {
    if (markdown === '') return this.surface.replace('')
    const isWriting = this.host.querySelector('.composer-surface')?.contains(document.activeElement)
    this.#turn++
    this.surface.close()
    this.surface = new PlainSurface(this.field)
    this.#opening = undefined
    this.surface.replace(markdown)
    if (isWriting) this.field.focus()
    this.openEditor()
  }

  close() {
    this.#draft.flush()
    this.#leave.abort()
    this.surface.close()
    this.parts.removeMade()
    delete this.host.dataset.ready
  }

  async #open() {
    const turn = ++this.#turn
    const surface = await openEditor(this, () => turn === this.#turn && !this.signal.aborted)
    if (!surface) return
    this.surface = surface
    this.#toolbar.refresh()
  }

  #listen() {
    const { signal, host, field } = this
    field.addEventListener('focus', () => this.openEditor(), { signal })
    field.addEventListener('input', () => this.changed(), { signal })
    field.addEventListener('paste', (event) => this.#takeFiles(event, event.clipboardData), { signal })
    field.addEventListener('drop', (event) => this.#takeFiles(event, event.dataTransfer), { signal })
    host.addEventListener('keydown', (event) => this.#submitOnEnter(event), { signal })
    this.#onForm('submit', (event) => this.#beforeSubmit(event as SubmitEvent))
    this.#onForm('turbo:submit-end', (event) => this.#afterSubmit(event as CustomEvent))
    this.#onForm('input', ({ target }) => !host.contains(target as Node) && this.#besideChanged())
    document.addEventListener('turbo:render', () => this.#details.look(), { signal })
  }

  #besideChanged() {
    this.#details.look()
    this.#draft.changed()
  }

  #onForm(name: string, hear: (event: Event) => void) {
    const { signal } = this
    const hearOwn = (event: Event) => {
      const { target } = event
      if (target === this.form || (target as HTMLInputElement).form === this.form) hear(event)
    }
    document.addEventListener(name, hearOwn, { signal, capture: true })
  }

  #submitOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
    event.preventDefault()
    this.form?.requestSubmit()
  }

  #takeFiles(event: Event, carried: DataTransfer | null) {
    const files = [...(carried?.files ?? [])].filter((file) => file.type.startsWith('image/'))
    if (files.length === 0) return
    event.preventDefault()
    this.addPictures(files)
  }

  #beforeSubmit(event: SubmitEvent) {
    if (event.submitter?.getAttribute('formaction')) return
    if (this.#pictures.areSending) {
      event.preventDefault()
      event.stopImmediatePropagation()
      this.tell(this.parts.words('busy'))
      return
    }
    this.#draft.pause()
  }

  #afterSubmit({ detail }: CustomEvent<{ success: boolean; fetchResponse?: { redirected: boolean } }>) {
    if (!detail.success || !detail.fetchResponse?.redirected) return this.#draft.resume()
    this.#draft.posted()
    this.#pictures.clear()
    this.#preview.hide()
    this.surface.replace('')
    this.#draft.posted()
    announce('')
  }
}
