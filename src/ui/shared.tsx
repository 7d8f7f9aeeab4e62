import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { impersonal, lengthOf, type Markup, markupOf, ownWordsOf, textOf, writeMarkup } from './markup.ts'
import { PartMemory } from './part-memory.ts'
import { useView, type View, ViewContext } from './view.ts'

interface SharedProps {
  /** Everything that the part is made of, besides language, zone, moment, and whether somebody is signed in. */
  of: string
  /** Asked only when nobody saw this part lately. */
  part: () => VNode
}

/**
 * A part of a page that looks the same to many readers is rendered once. It is no cache of what somebody may see: `of`
 * is read anew for each reader, and only the same `of` gives the same markup, for a minute. What belongs to one reader
 * alone, the token and the one-time key of forms and where they are, never enters it: it is written in each time.
 */
export function Shared({ of, part }: SharedProps) {
  const view = useView()
  // A part within a part belongs to it.
  if (isWithinPart) return part()
  const name = `${view.language} ${view.zone} ${view.formToken !== null} ${of}`
  const markup = memory.recall(name, +view.now) ?? memory.keep(name, renderPart(view, part))
  if (gathered === null) return jsxTemplate([textOf(markup, ownWordsOf(view))])
  gathered.push({ markup, view })
  return jsxTemplate([PLACE])
}

const memory = new PartMemory()
let isWithinPart = false

function renderPart(view: View, part: () => VNode): Markup {
  isWithinPart = true
  try {
    const html = render(<ViewContext.Provider value={impersonal(view)}>{part()}</ViewContext.Provider>)
    return markupOf(html, +view.now)
  } finally {
    isWithinPart = false
  }
}

interface Gathered {
  readonly markup: Markup
  readonly view: View
}

let gathered: Gathered[] | null = null
const PLACE = `<!--part-${randomUUID()}-->`

/**
 * Hands the bytes of what `work` renders to `use`, which must be done with them when it returns: the next page is
 * written in the same place. Shared parts were turned into bytes when they were made, so a page of a hundred kilobytes
 * never becomes one long string, which is what the collector of garbage has most work with.
 */
export function withBytes<Result>(work: () => string, use: (bytes: Buffer) => Result): Result {
  const parts: Gathered[] = []
  gathered = parts
  try {
    const texts = work().split(PLACE)
    gathered = null
    return use(together(texts, parts))
  } finally {
    gathered = null
  }
}

/** A text before each part, and one after the last. */
function together(texts: readonly string[], parts: readonly Gathered[]): Buffer {
  const view = parts[0]?.view
  const words = view && ownWordsOf(view)
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const room = roomFor(words ? parts.reduce((sum, { markup }) => sum + lengthOf(markup, words), length) : length)
  let at = 0
  for (const [nth, text] of texts.entries()) {
    at += room.write(text, at)
    const part = parts[nth]
    if (part && words) at = writeMarkup(part.markup, words, room, at)
  }
  return room.subarray(0, at)
}

let room = Buffer.allocUnsafe(256 * 1024)

function roomFor(length: number): Buffer {
  if (length > room.length) room = Buffer.allocUnsafe(2 * length)
  return room
}
