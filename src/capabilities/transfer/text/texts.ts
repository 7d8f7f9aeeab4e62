import type { Brand } from '#community/brand/brand.ts'
import { composeLine, composeText } from '#community/text/compose.ts'
import { RowProblem } from '../dump/values.ts'
import { htmlToMarkdown } from './markdown.ts'

export interface ImportedText {
  readonly body: string
  readonly html: string
  /** How many personal details were masked. */
  readonly masked: number
}

// A name behind an @ is somebody of the other place: it does not become a link to a member who happens to be called so.
const NOBODY: ReadonlySet<string> = new Set()

/** Markdown as it may be stored: cleaned, masked as what members write here is, rendered. */
export function importedText(markdown: string, brand: Brand, longest: number): ImportedText {
  const { body, html, masked } = composeText({ text: markdown }, brand, { handles: NOBODY })
  if (!body) throw new RowProblem('has no text')
  if (Buffer.byteLength(body) > longest) throw new RowProblem('its text is longer than a post may be')
  return { body, html, masked: masked.reduce((sum, one) => sum + one.count, 0) }
}

export const importedPost = (html: string, brand: Brand): ImportedText =>
  importedText(htmlToMarkdown(html), brand, 65_536)

export function importedTitle(title: string, brand: Brand): string {
  const { text } = composeLine({ text: title }, brand)
  if (!text) throw new RowProblem('has no title')
  return text.length <= 200 ? text : `${text.slice(0, 199).trimEnd()}…`
}
