import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { useView, type View, ViewContext } from './view.ts'

interface SharedProps {
  /** Everything that the part is made of, besides language, zone, moment, and whether somebody is signed in. */
  of: string
  /** Asked only when nobody saw this part lately. */
  part: () => VNode
}

/**
 * A part of a page that looks the same to many readers is rendered once. It is no cache of what somebody may see: `of`
 * is read anew for each reader, and only the same `of` gives the same markup, for a minute. What belongs to one reader alone, the token
 * and the one-time key of forms and where they are, never enters it: a mark stands in their place.
 */
export function Shared({ of, part }: SharedProps) {
  const view = useView()
  const name = `${view.language} ${view.zone} ${view.formToken !== null} ${of}`
  const markup = memory.recall(name, +view.now) ?? memory.keep(name, renderPart(view, part))
  if (gathered === null) return jsxTemplate([textOf(markup, view)])
  gathered.push({ markup, view })
  return jsxTemplate([PLACE])
}

/**
 * The bytes of what `work` renders. Shared parts were turned into bytes when they were made: a page of a hundred
 * kilobytes never becomes one long string, which is what the collector of garbage has most work with.
 */
export function gatherBytes(work: () => string): Buffer {
  const before = gathered
  const parts: Part[] = []
  gathered = parts
  try {
    const texts = work().split(PLACE)
    return Buffer.concat(texts.flatMap((text, at) => [Buffer.from(text), ...bytesOf(parts[at])]))
  } finally {
    gathered = before
  }
}

interface Part {
  readonly markup: Markup
  readonly view: View
}

let gathered: Part[] | null = null

type Mark = string

interface Markup {
  readonly texts: readonly Buffer[]
  /** One after each text but the last. */
  readonly marks: readonly Mark[]
  readonly length: number
  readonly madeAt: number
}

/** What belongs to one reader, by the mark that stands for it. Made anew by each process, so that nobody can write them. */
const own: Readonly<Record<Mark, (view: View) => string>> = {
  [`token-${randomUUID()}`]: (view: View) => view.formToken ?? '',
  [`once-${randomUUID()}`]: (view: View) => view.onceKey,
  [`here-${randomUUID()}`]: (view: View) => escaped(view.url),
}

const [TOKEN = '', ONCE = '', HERE = ''] = Object.keys(own)
const PLACE = `<!--part-${randomUUID()}-->`
const ANY = new RegExp(`(${Object.keys(own).join('|')})`)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const ownText = (mark: Mark, view: View): string => own[mark]?.(view) ?? ''

const textOf = ({ texts, marks }: Markup, view: View): string =>
  texts.map((text, at) => String(text) + (at < marks.length ? ownText(marks[at] ?? '', view) : '')).join('')

function bytesOf(part: Part | undefined): readonly Buffer[] {
  if (part === undefined) return []
  const { markup, view } = part
  if (markup.marks.length === 0) return markup.texts
  const words = new Map<Mark, Buffer>()
  const wordFor = (mark: Mark): Buffer => {
    const known = words.get(mark) ?? Buffer.from(ownText(mark, view))
    words.set(mark, known)
    return known
  }
  return markup.texts.flatMap((text, at) => (at < markup.marks.length ? [text, wordFor(markup.marks[at] ?? '')] : text))
}

function renderPart(view: View, part: () => VNode): Markup {
  const impersonal: View = { ...view, formToken: view.formToken && TOKEN, onceKey: ONCE, url: HERE }
  const before = gathered
  // A part within a part belongs to it.
  gathered = null
  const html = render(<ViewContext.Provider value={impersonal}>{part()}</ViewContext.Provider>)
  gathered = before
  const pieces = html.split(ANY)
  return {
    texts: pieces.filter((_, place) => place % 2 === 0).map((text) => Buffer.from(text)),
    marks: pieces.filter((_, place) => place % 2 === 1),
    length: html.length,
    madeAt: +view.now,
  }
}

const MOST_CHARACTERS = 16_000_000
/** "12 minutes ago" is worded by the browser from then on. */
const MINUTE = 60_000

/** The parts that were asked for last, as many as fit. */
class Memory {
  readonly #parts = new Map<string, Markup>()
  #length = 0

  recall(name: string, now: number): Markup | undefined {
    const markup = this.#parts.get(name)
    if (markup === undefined || Math.abs(now - markup.madeAt) >= MINUTE) return undefined
    this.#parts.delete(name)
    this.#parts.set(name, markup)
    return markup
  }

  keep(name: string, markup: Markup): Markup {
    this.#forget(name)
    this.#parts.set(name, markup)
    this.#length += name.length + markup.length
    for (const oldest of this.#parts.keys()) {
      if (this.#length <= MOST_CHARACTERS) break
      this.#forget(oldest)
    }
    return markup
  }

  #forget(name: string): void {
    const markup = this.#parts.get(name)
    if (markup === undefined) return
    this.#parts.delete(name)
    this.#length -= name.length + markup.length
  }
}

const memory = new Memory()
