import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import { useView, type View, ViewContext } from '../view.ts'
import { impersonal, type Markup, markupOf, type OwnWords, ownWordsOf } from './markup.ts'
import { Part } from './part.ts'
import { PartMemory } from './part-memory.ts'
import { RenderedPage } from './rendered-page.ts'

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
  const words = gathered?.words ?? ownWordsOf(view)
  const name = `${view.language} ${view.zone} ${words.token.length} ${words.once.length} ${of}`
  const now = +view.now
  const shared = memory.recall(name, now, words) ?? memory.keep(name, new Part(renderPart(view, part), now))
  if (gathered === null) return jsxTemplate([String(shared.asRead(words))])
  gathered.parts.push(shared)
  gathered.words = words
  return jsxTemplate([PLACE])
}

const memory = new PartMemory()
let isWithinPart = false

function renderPart(view: View, part: () => VNode): Markup {
  isWithinPart = true
  try {
    const html = render(<ViewContext.Provider value={impersonal(view)}>{part()}</ViewContext.Provider>)
    return markupOf(html)
  } finally {
    isWithinPart = false
  }
}

interface Gathered {
  readonly parts: Part[]
  words?: OwnWords
}

let gathered: Gathered | null = null
const PLACE = `<!--part-${randomUUID()}-->`

/** A page with its shared parts left as they were made: of a hundred kilobytes only what is new becomes a text. */
export function renderApart(work: () => string): RenderedPage {
  const found: Gathered = { parts: [] }
  gathered = found
  try {
    const texts = work().split(PLACE)
    return new RenderedPage(texts, found.parts, found.words)
  } finally {
    gathered = null
  }
}
