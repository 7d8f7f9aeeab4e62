import { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { Desk } from './desk.ts'
import { dialect, keys } from './dialect.ts'
import { mentionSuggestions } from './mention-suggestions.ts'
import type { InsertedPicture, Surface, Tool } from './surface.ts'

const names: Record<Tool | 'link', string> = {
  bold: 'bold',
  italic: 'italic',
  list: 'bulletList',
  numbers: 'orderedList',
  quote: 'blockquote',
  code: 'codeBlock',
  link: 'link',
}

/** Text as it will look. The field behind it always holds the same in Markdown, and is what the form sends. */
export class RichSurface implements Surface {
  readonly #desk: Desk
  readonly #editor: Editor
  readonly #box: HTMLElement

  constructor(desk: Desk) {
    this.#desk = desk
    const { field } = desk
    const hadFocus = document.activeElement === field
    this.#box = Object.assign(document.createElement('div'), {
      className: 'composer-surface',
      id: `${desk.host.id}-surface`,
    })
    this.#box.dataset.made = ''
    field.before(this.#box)
    this.#editor = this.#open()
    field.classList.add('composer-behind')
    field.tabIndex = -1
    field.setAttribute('aria-hidden', 'true')
    field.addEventListener('focus', this.focus, { signal: desk.signal })
    this.#goToEnd()
    if (hadFocus) this.focus()
  }

  text = () => this.#editor.getMarkdown()
  focus = () => {
    // Now, and not in the next frame: the next key is already on its way.
    this.#editor.view.focus()
  }

  replace(markdown: string) {
    this.#editor.commands.setContent(markdown, { contentType: 'markdown', emitUpdate: true })
  }

  apply(tool: Tool) {
    const chain = this.#editor.chain().focus()
    const { from, to, $from, $to } = this.#editor.state.selection
    if (tool === 'bold') chain.toggleBold().run()
    else if (tool === 'italic') chain.toggleItalic().run()
    else if (tool === 'list') chain.toggleBulletList().run()
    else if (tool === 'numbers') chain.toggleOrderedList().run()
    else if (tool === 'quote') chain.toggleBlockquote().run()
    else if (from !== to && $from.sameParent($to) && !this.active('code')) chain.toggleCode().run()
    else chain.toggleCodeBlock().run()
  }

  active(tool: Tool | 'link') {
    return this.#editor.isActive(names[tool]) || (tool === 'code' && this.#editor.isActive('code'))
  }

  insertPicture({ url, alt }: InsertedPicture) {
    const picture = { type: 'image', attrs: { src: url, alt } }
    const { $from } = this.#editor.state.selection
    const isInText = $from.parent.type.name === 'paragraph' && $from.parent.content.size > 0
    const paragraph = { type: 'paragraph', content: [picture] }
    if (isInText)
      this.#editor
        .chain()
        .insertContentAt($from.after(), [paragraph, { type: 'paragraph' }])
        .run()
    else
      this.#editor
        .chain()
        .insertContent([paragraph, { type: 'paragraph' }])
        .run()
  }

  describePicture({ url, alt }: InsertedPicture) {
    const { state, view } = this.#editor
    const change = state.tr.setMeta('addToHistory', false)
    state.doc.descendants((node, at) => {
      if (node.type.name === 'image' && node.attrs.src === url) change.setNodeMarkup(at, null, { ...node.attrs, alt })
    })
    view.dispatch(change)
  }

  insertLink(address: string, words?: string) {
    const isEmpty = this.#editor.state.selection.empty && !this.active('link')
    if (!words && !isEmpty) {
      this.#editor.chain().extendMarkRange('link').setLink({ href: address }).run()
      this.#goOnAfter('link')
      return
    }
    const link = { type: 'text', text: words ?? address, marks: [{ type: 'link', attrs: { href: address } }] }
    this.#editor
      .chain()
      .insertContent([link, { type: 'text', text: ' ' }])
      .run()
  }

  /** What is typed next stands behind the marked words, without the mark. */
  #goOnAfter(mark: string) {
    const { state, view } = this.#editor
    const type = state.schema.marks[mark]
    this.#editor.commands.setTextSelection(state.selection.to)
    if (type) view.dispatch(view.state.tr.removeStoredMark(type))
  }

  removeLink() {
    this.#editor.chain().extendMarkRange('link').unsetLink().run()
  }

  linkAddress = () => String(this.#editor.getAttributes('link').href ?? '')

  insertText(text: string) {
    const { $from } = this.#editor.state.selection
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ').slice(-1)
    this.#editor
      .chain()
      .focus()
      .insertContent(/\S/.test(before) ? ` ${text}` : text)
      .run()
  }

  insertMarkdown(markdown: string) {
    const { selection, schema, doc } = this.#editor.state
    const { $from } = selection
    const isInEmptyLine = $from.depth === 1 && $from.parent.content.size === 0
    const to = $from.depth === 0 ? selection.to : $from.after(1)
    const from = isInEmptyLine ? $from.before(1) : to
    const blocks = (this.#editor.markdown?.parse(markdown).content ?? []).map((block) => schema.nodeFromJSON(block))
    const end = from + blocks.reduce((size, block) => size + block.nodeSize, 0)
    const below = doc.nodeAt(to)
    const hasRoom = below?.type.name === 'paragraph' && below.content.size === 0
    const room = hasRoom ? [] : [schema.node('paragraph')]
    const change = this.#editor.state.tr.replaceWith(from, to, [...blocks, ...room])
    // Where the paragraph stays and only moves down, Chromium goes on typing where it stood: the cursor is set anew.
    getSelection()?.removeAllRanges()
    this.#editor.view.dispatch(change.setSelection(TextSelection.create(change.doc, end + 1)))
    this.focus()
    this.#editor.commands.scrollIntoView()
  }

  close() {
    this.#editor.destroy()
    this.#box.remove()
    const { field } = this.#desk
    field.classList.remove('composer-behind')
    field.removeAttribute('aria-hidden')
    field.removeAttribute('tabindex')
    field.removeEventListener('focus', this.focus)
  }

  /** Where somebody goes on who has not chosen a place. */
  #goToEnd() {
    const { state, view } = this.#editor
    view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)))
  }

  #open(): Editor {
    const { host, field } = this.#desk
    const ask = () => host.dispatchEvent(new CustomEvent('composer:link'))
    const toTools = () => Boolean(host.querySelector<HTMLElement>('.composer-tool[tabindex="0"]')?.focus()) || true
    const shortcuts = { 'Mod-k': ask, 'Alt-F10': toTools, 'Mod-Enter': () => true }
    return new Editor({
      element: this.#box,
      extensions: [
        ...dialect(),
        keys(shortcuts),
        ...(host.dataset.member === undefined ? [] : [mentionSuggestions(this.#desk)]),
      ],
      content: field.value,
      contentType: 'markdown',
      injectCSS: false,
      editorProps: {
        attributes: () => attributesFor(field),
        handlePaste: (_view, event) => this.#takePictures(event, event.clipboardData),
        handleDrop: (_view, event, _slice, moved) => !moved && this.#takePictures(event, event.dataTransfer),
      },
      onUpdate: () => {
        field.value = this.text()
        this.#desk.changed()
      },
      onSelectionUpdate: () => this.#desk.refreshToolbar(),
    })
  }

  #takePictures(event: Event, carried: DataTransfer | null): boolean {
    const pictures = [...(carried?.files ?? [])].filter((file) => file.type.startsWith('image/'))
    // Word processors send a picture of the text along with the text: the text is meant.
    const words = new DOMParser().parseFromString(carried?.getData('text/html') ?? '', 'text/html').body.textContent
    if (pictures.length === 0 || words?.trim()) return false
    event.preventDefault()
    this.#desk.addPictures(pictures)
    return true
  }
}

/** The editor is to assistive technology what the field was: same name, same hint, same error. */
function attributesFor(field: HTMLTextAreaElement): Record<string, string> {
  const attributes: Record<string, string> = {
    class: 'prose composer-writing',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': field.labels?.[0]?.textContent?.trim() ?? '',
  }
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    const value = field.getAttribute(name)
    if (value) attributes[name] = value
  }
  return attributes
}
