import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import sax from 'sax'

/** One row of a dump, or why it cannot be read; `line` is where it begins. */
export type DumpRow =
  | { readonly line: number; readonly values: RowValues }
  | { readonly line: number; readonly broken: string }
export type RowValues = Readonly<Record<string, string>>

/** Nothing that people wrote is this long; whatever is would only fill the memory. */
const LONGEST_ROW = 4_000_000
const LONGEST_HEAD = 10_000

// A row is bounded here, so the parser need not guard itself.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY })

/** A file that is not a dump, or not a whole one: nothing after it can be trusted. */
export class DumpError extends Error {}

/**
 * Reads a file of `<row …/>` elements one by one; the memory it takes does not depend on the size of the file. A raw
 * "<" cannot stand inside a value, so each `<row` begins a row: one that is broken takes no other with it. What stands
 * before the first row is not parsed, so a document type with entities does nothing.
 */
export async function* readRows(path: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<DumpRow> {
  const pieces = new Pieces()
  const stream = createReadStream(path, { highWaterMark: 1 << 18 })
  const decoder = new TextDecoder('utf-8')
  let root: string | undefined
  for await (const chunk of stream) {
    onBytes((chunk as Buffer).length)
    pieces.add(decoder.decode(chunk as Buffer, { stream: true }))
    for (const piece of pieces.take()) {
      if (root === undefined) root = rootOf(piece.text, path)
      else yield rowIn(piece, root)
    }
    if (root === undefined && pieces.waiting > LONGEST_HEAD)
      rootOf(pieces.last().text.slice(0, LONGEST_HEAD), path, true)
  }
  pieces.add(decoder.decode())
  const last = pieces.last()
  if (root === undefined) rootOf(last.text, path)
  else yield rowIn(last, root)
}

interface Piece {
  readonly line: number
  readonly text: string
  readonly isTooLong: boolean
}

/** Cuts what comes in before every `<row`. */
class Pieces {
  #text = ''
  #line = 1
  #searched = 1
  #isTooLong = false

  get waiting() {
    return this.#text.length
  }

  add(text: string) {
    this.#text += text
  }

  *take(): Generator<Piece> {
    let from = 0
    for (;;) {
      const at = this.#text.indexOf('<row', Math.max(from + 1, this.#searched))
      // The character behind the name must have come: "<rowdy" is something else.
      if (at === -1 || at + 4 >= this.#text.length) break
      this.#searched = at + 4
      if (!/[\s/>]/.test(this.#text[at + 4] as string)) continue
      yield this.#piece(this.#text.slice(from, at))
      from = at
    }
    this.#text = this.#text.slice(from)
    this.#searched = Math.max(1, this.#text.length - 5)
    if (this.#text.length > LONGEST_ROW) this.#forget()
  }

  last(): Piece {
    return this.#piece(this.#text)
  }

  #piece(text: string): Piece {
    const piece = { line: this.#line, text, isTooLong: this.#isTooLong }
    this.#line += lineEndsIn(text)
    this.#isTooLong = false
    return piece
  }

  /** The beginning and the last characters are kept: the next row may begin in them. */
  #forget() {
    const forgotten = this.#text.slice(5, -5)
    this.#line += lineEndsIn(forgotten)
    this.#text = this.#text.slice(0, 5) + this.#text.slice(-5)
    this.#searched = 1
    this.#isTooLong = true
  }
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function rootOf(head: string, path: string, isCut = false): string {
  const withoutTypes = head.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/g, '')
  const root = isCut ? undefined : /^\s*\ufeff?\s*<([a-z]+)\s*\/?>/i.exec(withoutTypes)?.[1]
  if (!root) throw new DumpError(`${basename(path)} does not begin like a file of a Stack Exchange dump.`)
  return root
}

// Dumps hold references to characters that no document may have; the text around them is worth keeping.
const UNWRITABLE = /&#x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef]);|&#0*(?:[0-8]|1[124-9]|2\d|3[01]);/gi

function rowIn({ line, text, isTooLong }: Piece, root: string): DumpRow {
  if (isTooLong) return { line, broken: 'longer than any text may be' }
  const row = text.replace(new RegExp(`</${root}>\\s*$`), '').replace(UNWRITABLE, '')
  const parser = sax.parser(true)
  let values: RowValues | undefined
  let broken: string | undefined
  parser.onopentag = (tag) => {
    values ??= { ...(tag.attributes as Record<string, string>) }
  }
  parser.onerror = (error) => {
    broken ??= (error.message.split('\n')[0] ?? '').replace(/[.:]\s*$/, '')
    parser.error = null as never
  }
  parser.write(row).close()
  return values && broken === undefined ? { line, values } : { line, broken: `not well-formed (${broken ?? 'no row'})` }
}
