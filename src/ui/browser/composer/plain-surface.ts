import { type InsertedPicture, inBrackets, type Surface, type Tool } from './surface.ts'

const around: Partial<Record<Tool, [string, string]>> = { bold: ['**', '**'], italic: ['*', '*'], code: ['`', '`'] }
const before: Partial<Record<Tool, string>> = { list: '- ', numbers: '1. ', quote: '> ' }

/** The field itself: the buttons write Markdown into it. */
export class PlainSurface implements Surface {
  readonly #field: HTMLTextAreaElement

  constructor(field: HTMLTextAreaElement) {
    this.#field = field
  }

  text = () => this.#field.value
  focus = () => this.#field.focus()
  active = () => false
  linkAddress = () => ''
  removeLink = () => {}
  close = () => {}

  replace(markdown: string) {
    this.#field.value = markdown
    this.#tell()
  }

  apply(tool: Tool) {
    const chosen = this.#chosen()
    const [open, close] = around[tool] ?? ['', '']
    if (tool === 'code' && chosen.includes('\n')) this.insertText(`\n\`\`\`\n${chosen}\n\`\`\`\n`)
    else if (open) this.insertText(`${open}${chosen}${close}`, close.length)
    else this.#startLines(before[tool] ?? '')
  }

  insertPicture({ url, alt }: InsertedPicture) {
    this.insertText(`\n![${inBrackets(alt)}](${url})\n`)
  }

  describePicture({ url, alt }: InsertedPicture) {
    const at = this.#field.value.indexOf(`](${url})`)
    const from = this.#field.value.lastIndexOf('![', at)
    if (at < 0 || from < 0) return
    this.#field.setRangeText(inBrackets(alt), from + 2, at, 'preserve')
    this.#tell()
  }

  insertLink(address: string, words?: string) {
    this.insertText(`[${inBrackets(words ?? (this.#chosen() || address))}](${address})`)
  }

  insertText(text: string, back = 0) {
    const { selectionStart, selectionEnd } = this.#field
    const hadNone = selectionStart === selectionEnd
    this.#field.setRangeText(text, selectionStart, selectionEnd, 'end')
    if (hadNone && back)
      this.#field.setSelectionRange(selectionStart + text.length - back, selectionStart + text.length - back)
    this.#field.focus()
    this.#tell()
  }

  insertMarkdown(markdown: string) {
    const { value, selectionEnd } = this.#field
    const isWriting = document.activeElement === this.#field || selectionEnd > 0
    const lineEnd = value.indexOf('\n', selectionEnd)
    const at = isWriting && lineEnd >= 0 ? lineEnd : value.length
    const above = value.slice(0, at)
    const space = above.trim() === '' || above.endsWith('\n\n') ? '' : above.endsWith('\n') ? '\n' : '\n\n'
    this.#field.setRangeText(`${space}${markdown}\n\n`, at, at, 'end')
    this.#field.focus()
    this.#tell()
  }

  #startLines(mark: string) {
    const { value, selectionStart, selectionEnd } = this.#field
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1
    const lines = value.slice(from, selectionEnd).split('\n')
    this.#field.setRangeText(lines.map((line) => mark + line).join('\n'), from, selectionEnd, 'end')
    this.#field.focus()
    this.#tell()
  }

  #chosen = () => this.#field.value.slice(this.#field.selectionStart, this.#field.selectionEnd)
  #tell = () => this.#field.dispatchEvent(new Event('input', { bubbles: true }))
}
