export type Tool = 'bold' | 'italic' | 'list' | 'numbers' | 'quote' | 'code'

export interface InsertedPicture {
  readonly url: string
  readonly alt: string
}

/** What one writes on: the editor, or the plain field where there is none. Its text is always Markdown. */
export interface Surface {
  text(): string
  replace(markdown: string): void
  focus(): void
  apply(tool: Tool): void
  active(tool: Tool | 'link'): boolean
  insertPicture(picture: InsertedPicture): void
  describePicture(picture: InsertedPicture): void
  insertLink(address: string, words?: string): void
  removeLink(): void
  linkAddress(): string
  insertText(text: string): void
  /** Below the paragraph where one is writing, with room to go on below it. */
  insertMarkdown(markdown: string): void
  close(): void
}

export const inBrackets = (words: string) => words.replace(/([\\[\]*_`<>])/g, '\\$1')
